import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listingsQuery } from '../../features/catalogue/listings/api.ts';
import { ListingRows } from '../../features/catalogue/listings/listing-rows.tsx';
import { partiesQuery } from '../../features/parties/onboarding/api.ts';
import { PartyRows } from '../../features/parties/review/party-rows.tsx';
import { auctionsQuery } from '../../features/trading/auctions/api.ts';
import { AuctionMark } from '../../features/trading/auctions/auction-card.tsx';
import { formatMinute } from '../../shared/format/dates.ts';
import { paths } from '../../shared/paths.ts';
import { allows, requiredMeQuery } from '../../shared/session/session.ts';
import { Amount } from '../../shared/ui/amount.tsx';
import { Choice } from '../../shared/ui/choice.tsx';
import { Loaded } from '../../shared/ui/loaded.tsx';
import { Mark } from '../../shared/ui/marks.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Rows } from '../../shared/ui/rows.tsx';
import { Empty, Forbidden } from '../../shared/ui/states.tsx';

const TABS = ['listings-submitted', 'listings-handled', 'auctions', 'parties', 'listings-published'] as const;
type Tab = (typeof TABS)[number];

/** What waits at the centre's desk, one pile at a time; the server shows each officer what he may see. */
export function DeskPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((candidate) => candidate === search.get('tab')) ?? 'listings-submitted';
  return (
    <Loaded query={useQuery(requiredMeQuery)}>
      {(me) =>
        allows(me, 'see-review-desk') ? (
          <Page title={t('kernel.nav.desk')} lead={t('parties.duty.rule')}>
            <Choice
              label={t('kernel.desk.pile')}
              value={tab}
              options={TABS.map((value) => ({ value, label: t(`kernel.desk.${value}`) }))}
              onChange={(value) => setSearch({ tab: value }, { replace: true })}
            />
            <Pile tab={tab} />
          </Page>
        ) : (
          <Forbidden />
        )
      }
    </Loaded>
  );
}

function Pile({ tab }: { tab: Tab }) {
  if (tab === 'parties') return <Parties />;
  if (tab === 'auctions') return <Auctions />;
  return <Listings status={tab === 'listings-submitted' ? 'Submitted' : tab === 'listings-handled' ? 'Handled' : 'Published'} />;
}

function Nothing() {
  const { t } = useTranslation();
  return <Empty title={t('kernel.desk.nothing')} hint={t('kernel.desk.nothingHint')} />;
}

function Listings({ status }: { status: 'Submitted' | 'Handled' | 'Published' }) {
  const { t } = useTranslation();
  return (
    <Loaded query={useInfiniteQuery(listingsQuery({ status }))}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length === 0 ? <Nothing /> : <ListingRows listings={items} label={t('kernel.desk.pile')} />;
      }}
    </Loaded>
  );
}

function Parties() {
  const { t } = useTranslation();
  return (
    <Loaded query={useInfiniteQuery(partiesQuery('Submitted'))}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length === 0 ? <Nothing /> : <PartyRows parties={items} label={t('kernel.desk.pile')} />;
      }}
    </Loaded>
  );
}

function Auctions() {
  const { t } = useTranslation();
  return (
    <Loaded query={useInfiniteQuery(auctionsQuery('Draft'))}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Nothing />;
        return (
          <Rows
            label={t('kernel.desk.pile')}
            rows={items.map((auction) => ({
              key: auction.id,
              marks: (
                <>
                  <AuctionMark status={auction.status} />
                  {auction.waitsFor && <Mark tone="amber">{t('parties.duty.waitsFor', { role: t(`parties.role.${auction.waitsFor}`) })}</Mark>}
                </>
              ),
              title: <Link to={paths.draftAuction(auction.id)}>{auction.title}</Link>,
              text: `${auction.patentNumber} · ${formatMinute(auction.opensAt)} – ${formatMinute(auction.closesAt)}`,
              end: <Amount fen={auction.startPrice.fen} />,
            }))}
          />
        );
      }}
    </Loaded>
  );
}
