import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '@/shared/format/money.ts';
import { Mark } from '@/shared/ui/marks.tsx';
import type { Escrow } from './api.ts';
import classes from './escrow.module.css';

/** What a bookkeeper calls an account; the server names it by kind and enrolment. */
function nameOf(account: string, t: TFunction): string {
  const [kind, number] = account.split(':');
  switch (kind) {
    case 'custody':
      return t('trading.book.custody');
    case 'unidentified':
      return t('trading.book.unidentified');
    case 'deposit':
      return t('trading.book.deposit', { number });
    case 'held-towards-price':
      return t('trading.book.heldTowardsPrice', { number });
    case 'to-be-refunded':
      return number === '0' ? t('trading.book.unidentifiedRefund') : t('trading.book.toBeRefunded', { number });
    default:
      return account;
  }
}

/** The book's balances, debit and credit apart as a bookkeeper reads them. */
export function Book({ escrow }: { escrow: Escrow }) {
  const { t } = useTranslation();
  const sum = (sign: 1 | -1) =>
    escrow.balances.reduce((total, { amount }) => (amount.fen * sign > 0 ? total + amount.fen * sign : total), 0);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('trading.cashier.book')}>
      <table className={`${classes.book} figures`}>
        <thead>
          <tr>
            <th scope="col">{t('trading.book.account')}</th>
            <th scope="col">{t('trading.book.debit')}</th>
            <th scope="col">{t('trading.book.credit')}</th>
          </tr>
        </thead>
        <tbody>
          {escrow.balances.map(({ account, amount: { fen } }) => (
            <tr key={account}>
              <th scope="row">{nameOf(account, t)}</th>
              <td>{fen > 0 ? formatYuan(fen) : ''}</td>
              <td>{fen < 0 ? formatYuan(-fen) : ''}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('trading.book.total')}</th>
            <td>{formatYuan(sum(1))}</td>
            <td>{formatYuan(sum(-1))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

export function Balanced({ total }: { total: number }) {
  const { t } = useTranslation();
  return total === 0 ? (
    <Mark tone="green">{t('trading.cashier.balanced')}</Mark>
  ) : (
    <Mark tone="red">{t('trading.cashier.unbalanced', { amount: formatYuan(total) })}</Mark>
  );
}
