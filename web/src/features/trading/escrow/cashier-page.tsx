import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { lotTitle } from '@/shared/format/lots.ts';
import { formatYuan, plainYuan } from '@/shared/format/money.ts';
import { paths } from '@/shared/paths.ts';
import { ExportButton, type Sheet } from '@/shared/ui/export-button.tsx';
import { holds, ListTools } from '@/shared/ui/list-tools.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { AuctionMark } from '../auctions/auction-card.tsx';
import { escrowsQuery } from './api.ts';

/** Every escrow case with what waits in it. */
export function CashierPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('kernel.nav.cashier')} lead={t('trading.cashier.lead')}>
      <Loaded query={useQuery(escrowsQuery)}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('trading.cashier.none')} hint={t('trading.cashier.noneHint')} />
          ) : (
            <Cases items={items} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Cases({ items }: { items: Server['EscrowSummary'][] }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const shown = items.filter((escrow) => holds(filter, lotTitle(t, escrow)));
  return (
    <>
      <h2 className="visually-hidden">{t('trading.cashier.cases')}</h2>
      <ListTools filter={filter} onFilter={setFilter}>
        <ExportButton name={t('kernel.nav.cashier')} sheet={() => sheetOf(items, t)} />
      </ListTools>
      {shown.length === 0 && <p role="status">{t('kernel.list.noMatch')}</p>}
      <Rows
        label={t('kernel.nav.cashier')}
        rows={shown.map((escrow) => ({
          key: escrow.id,
          marks: escrow.auctionStatus ? <AuctionMark status={escrow.auctionStatus} /> : <Mark tone="blue">{t('trading.cashier.ofListing')}</Mark>,
          title: <Link to={paths.escrow(escrow.id)}>{lotTitle(t, escrow)}</Link>,
          text: t(escrow.listing ? 'trading.cashier.perIntent' : 'trading.cashier.perBidder', { amount: formatYuan(escrow.deposit.fen) }),
          end: (
            <>
              <Mark tone={escrow.awaited > 0 ? 'amber' : 'quiet'}>{t('trading.cashier.awaited', { count: escrow.awaited })}</Mark>
              <Mark tone={escrow.unidentified > 0 ? 'red' : 'quiet'}>{t('trading.cashier.unidentified', { count: escrow.unidentified })}</Mark>
              <Mark tone={escrow.toBeRefunded > 0 ? 'blue' : 'quiet'}>{t('trading.cashier.toRefund', { count: escrow.toBeRefunded })}</Mark>
            </>
          ),
        }))}
      />
    </>
  );
}

const sheetOf = (items: Server['EscrowSummary'][], t: TFunction): Sheet => ({
  head: [
    t('kernel.column.title'),
    t('kernel.column.status'),
    t('trading.cashier.depositColumn'),
    t('trading.cashier.awaitedColumn'),
    t('trading.cashier.unidentifiedColumn'),
    t('trading.cashier.refundColumn'),
  ],
  rows: items.map((escrow) => [
    lotTitle(t, escrow),
    escrow.auctionStatus ? t(`trading.status.${escrow.auctionStatus}`) : t('trading.cashier.ofListing'),
    plainYuan(escrow.deposit.fen),
    escrow.awaited,
    escrow.unidentified,
    escrow.toBeRefunded,
  ]),
});
