import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { Choice } from '@/shared/ui/choice.tsx';
import { ExportButton } from '@/shared/ui/export-button.tsx';
import { formatSecond } from '@/shared/format/dates.ts';
import { lotTitle } from '@/shared/format/lots.ts';
import { plainYuan } from '@/shared/format/money.ts';
import { CardGrid } from '@/shared/ui/grid.tsx';
import { More } from '@/shared/ui/list-tools.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { auctionsQuery, everyAuction } from './api.ts';
import { AuctionCard } from './auction-card.tsx';

const SHOWN = ['Open', 'Announced', 'Suspended', 'Opening', 'Closed'] as const satisfies readonly Server['AuctionStatus'][];

export function AuctionsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const status = SHOWN.find((candidate) => candidate === search.get('status')) ?? null;
  const query = useInfiniteQuery(auctionsQuery(status ?? undefined));
  const sheet = async () => ({
    head: [
      t('kernel.column.title'),
      t('catalogue.patent.number'),
      t('kernel.column.status'),
      t('trading.protocol.term'),
      t('kernel.column.startPrice'),
      t('kernel.column.price'),
      t('trading.list.bids'),
      t('trading.draft.opensAt'),
      t('trading.draft.closesAt'),
    ],
    rows: (await everyAuction(status ?? undefined)).map((auction) => [
      lotTitle(t, auction),
      auction.patentNumber,
      t(`trading.status.${auction.status}`),
      t(`trading.protocol.${auction.protocol}`),
      plainYuan(auction.startPrice.fen),
      auction.price && plainYuan(auction.price.fen),
      auction.bids,
      formatSecond(auction.opensAt),
      formatSecond(auction.closesAt),
    ]),
  });
  return (
    <Page title={t('kernel.nav.auctions')} lead={t('trading.list.lead')} acts={<ExportButton name={t('kernel.nav.auctions')} sheet={sheet} />}>
      <Choice
        label={t('trading.list.filter')}
        value={status ?? ''}
        options={[
          { value: '', label: t('trading.list.all') },
          ...SHOWN.map((value) => ({ value, label: t(`trading.status.${value}`) })),
        ]}
        onChange={(value) => setSearch(value ? { status: value } : {}, { replace: true })}
      />
      <Loaded query={query}>
        {({ pages }) => {
          const auctions = pages.flatMap((page) => page.items);
          if (auctions.length === 0) return <Empty title={t('trading.list.none')} hint={t('kernel.home.noAuctionsHint')} />;
          return (
            <>
              <h2 className="visually-hidden">{t('kernel.nav.auctions')}</h2>
              <CardGrid label={t('kernel.nav.auctions')}>
                {auctions.map((auction) => <AuctionCard key={auction.id} auction={auction} />)}
              </CardGrid>
              <More query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
