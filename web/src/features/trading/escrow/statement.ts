import type { TFunction } from 'i18next';
import { formatMinute } from '@/shared/format/dates.ts';
import { plainYuan } from '@/shared/format/money.ts';
import type { Sheet } from '@/shared/ui/export-button.tsx';
import type { Escrow } from './api.ts';

/** Receipts and refunds one under the other, to be laid beside the bank's statement. */
export const statementOf = (escrow: Escrow, t: TFunction): Sheet => ({
  head: [
    t('trading.statement.kind'),
    t('trading.cashier.serial'),
    t('trading.cashier.valueTime'),
    t('trading.statement.amount'),
    t('trading.statement.party'),
    t('trading.statement.account'),
    t('trading.cashier.purpose'),
    t('trading.statement.note'),
  ],
  rows: [
    ...escrow.receipts.map((receipt) => [
      t('trading.statement.in'),
      receipt.bankSerial,
      formatMinute(receipt.valueTime),
      plainYuan(receipt.amount.fen),
      receipt.payerName,
      receipt.payerAccount,
      receipt.purpose,
      t(`trading.receipt.${receipt.kind}`),
    ]),
    ...escrow.refunds.map((refund) => [
      t('trading.statement.out'),
      refund.bankSerial,
      refund.valueTime && formatMinute(refund.valueTime),
      plainYuan(-refund.amount.fen),
      refund.payeeName,
      refund.payeeAccount,
      t(`trading.refund.${refund.reason}`),
      t(refund.paid ? 'trading.deposit.Refunded' : 'trading.deposit.ToBeRefunded'),
    ]),
  ],
});
