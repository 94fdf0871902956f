import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { everyListing, listingsQuery } from '../../features/catalogue/listings/api.ts';
import { ListingRows } from '../../features/catalogue/listings/listing-rows.tsx';
import { auctionsQuery, everyAuction } from '../../features/trading/auctions/api.ts';
import { AuctionMark } from '../../features/trading/auctions/auction-card.tsx';
import type { Server } from '../../shared/api/types.ts';
import { formatMinute } from '../../shared/format/dates.ts';
import { lotTitle } from '../../shared/format/lots.ts';
import { plainYuan } from '../../shared/format/money.ts';
import { paths } from '../../shared/paths.ts';
import { Amount } from '../../shared/ui/amount.tsx';
import { ExportButton, type Sheet } from '../../shared/ui/export-button.tsx';
import { holds, ListTools, More } from '../../shared/ui/list-tools.tsx';
import { Loaded } from '../../shared/ui/loaded.tsx';
import { Mark } from '../../shared/ui/marks.tsx';
import { Rows } from '../../shared/ui/rows.tsx';
import { Empty } from '../../shared/ui/states.tsx';

/** One pile of the desk: a list that can be narrowed and saved whole. */
export function Pile<T>(props: {
  query: Parameters<typeof More>[0]['query'] & Parameters<typeof Loaded<{ pages: { items: T[] }[] }>>[0]['query'];
  words: (item: T) => (string | null)[];
  sheet: () => Promise<Sheet>;
  rows: (items: T[], label: string) => React.ReactNode;
}) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  return (
    <Loaded query={props.query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Empty title={t('kernel.desk.nothing')} hint={t('kernel.desk.nothingHint')} />;
        const shown = items.filter((item) => holds(filter, ...props.words(item)));
        return (
          <>
            <h2 className="visually-hidden">{t('kernel.desk.pile')}</h2>
            <ListTools filter={filter} onFilter={setFilter}>
              <ExportButton name={t('kernel.nav.desk')} sheet={props.sheet} />
            </ListTools>
            {shown.length > 0 ? props.rows(shown, t('kernel.desk.pile')) : <p role="status">{t('kernel.list.noMatch')}</p>}
            <More query={props.query} />
          </>
        );
      }}
    </Loaded>
  );
}

export function ListingPile({ status }: { status: Server['ListingState'] }) {
  const { t } = useTranslation();
  return (
    <Pile<Server['ListingSummary']>
      query={useInfiniteQuery(listingsQuery({ status }))}
      words={(listing) => [listing.title, listing.patentNumber, listing.sellerName]}
      rows={(items, label) => <ListingRows listings={items} label={label} />}
      sheet={async () => ({
        head: [
          t('kernel.column.title'),
          t('catalogue.patent.number'),
          t('catalogue.listing.seller'),
          t('kernel.column.status'),
          t('kernel.column.price'),
          t('kernel.column.changed'),
        ],
        rows: (await everyListing({ status })).map((listing) => [
          listing.title,
          listing.patents > 1 ? `${listing.patentNumber} ${t('catalogue.portfolio.together', { count: listing.patents })}` : listing.patentNumber,
          listing.sellerName,
          t(`catalogue.listing.status.${listing.status}`),
          listing.askingPrice ? plainYuan(listing.askingPrice.fen) : t('catalogue.card.negotiable'),
          formatMinute(listing.changedAt),
        ]),
      })}
    />
  );
}

export function AuctionPile() {
  const { t } = useTranslation();
  return (
    <Pile<Server['AuctionSummary']>
      query={useInfiniteQuery(auctionsQuery('Draft'))}
      words={(auction) => [lotTitle(t, auction), auction.patentNumber]}
      rows={(items, label) => (
        <Rows
          label={label}
          rows={items.map((auction) => ({
            key: auction.id,
            marks: (
              <>
                <AuctionMark status={auction.status} />
                {auction.waitsFor && <Mark tone="amber">{t('parties.duty.waitsFor', { role: t(`parties.role.${auction.waitsFor}`) })}</Mark>}
              </>
            ),
            title: <Link to={paths.draftAuction(auction.id)}>{lotTitle(t, auction)}</Link>,
            text: `${auction.patentNumber} · ${formatMinute(auction.opensAt)} – ${formatMinute(auction.closesAt)}`,
            end: <Amount fen={auction.startPrice.fen} />,
          }))}
        />
      )}
      sheet={async () => ({
        head: [
          t('kernel.column.title'),
          t('catalogue.patent.number'),
          t('kernel.column.startPrice'),
          t('trading.draft.opensAt'),
          t('trading.draft.closesAt'),
        ],
        rows: (await everyAuction('Draft')).map((auction) => [
          lotTitle(t, auction),
          auction.patentNumber,
          plainYuan(auction.startPrice.fen),
          formatMinute(auction.opensAt),
          formatMinute(auction.closesAt),
        ]),
      })}
    />
  );
}
