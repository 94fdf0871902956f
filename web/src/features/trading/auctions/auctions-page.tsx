import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { Choice } from '@/shared/ui/choice.tsx';
import { CardGrid } from '@/shared/ui/grid.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { auctionsQuery } from './api.ts';
import { AuctionCard } from './auction-card.tsx';

const SHOWN = ['Open', 'Announced', 'Suspended', 'Closed'] as const satisfies readonly Server['AuctionStatus'][];

export function AuctionsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const status = SHOWN.find((candidate) => candidate === search.get('status')) ?? null;
  const query = useInfiniteQuery(auctionsQuery(status ?? undefined));
  return (
    <Page title={t('kernel.nav.auctions')} lead={t('trading.list.lead')}>
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
              <CardGrid label={t('kernel.nav.auctions')}>
                {auctions.map((auction) => <AuctionCard key={auction.id} auction={auction} />)}
              </CardGrid>
              {query.hasNextPage && (
                <p style={{ textAlign: 'center', marginTop: 24 }}>
                  <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('kernel.act.more')}
                  </Button>
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
