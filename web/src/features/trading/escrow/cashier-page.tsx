import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatYuan } from '@/shared/format/money.ts';
import { paths } from '@/shared/paths.ts';
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
            <Rows
              label={t('kernel.nav.cashier')}
              rows={items.map((escrow) => ({
                key: escrow.id,
                marks: <AuctionMark status={escrow.auctionStatus} />,
                title: <Link to={paths.escrow(escrow.id)}>{escrow.title}</Link>,
                text: t('trading.cashier.perBidder', { amount: formatYuan(escrow.deposit.fen) }),
                end: (
                  <>
                    <Mark tone={escrow.awaited > 0 ? 'amber' : 'quiet'}>{t('trading.cashier.awaited', { count: escrow.awaited })}</Mark>
                    <Mark tone={escrow.unidentified > 0 ? 'red' : 'quiet'}>{t('trading.cashier.unidentified', { count: escrow.unidentified })}</Mark>
                    <Mark tone={escrow.toBeRefunded > 0 ? 'blue' : 'quiet'}>{t('trading.cashier.toRefund', { count: escrow.toBeRefunded })}</Mark>
                  </>
                ),
              }))}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
