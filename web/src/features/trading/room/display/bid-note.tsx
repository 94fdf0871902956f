import { useTranslation } from 'react-i18next';
import { formatYuan } from '@/shared/format/money.ts';
import type { Room } from '../api.ts';

/** How a bid came about, and what the automatic bids of another made of it. Nothing for an open bid that led. */
export function BidNote({ bid: { kind, answer }, own }: { bid: Room['bids'][number]; own: number | null }) {
  const { t } = useTranslation();
  const made = kind === 'Proxy' ? t('trading.history.proxy') : kind === 'Match' ? t('trading.history.match') : kind === 'Take' ? t('trading.history.take') : null;
  const met = answer
    ? t(
        answer.leads
          ? (answer.bidder === own ? 'trading.history.youAnswered' : 'trading.history.answered')
          : (answer.bidder === own ? 'trading.history.yoursUsedUp' : 'trading.history.usedUp'),
        { number: answer.bidder, amount: formatYuan(answer.amount.fen) },
      )
    : null;
  const text = [made, met].filter(Boolean).join(t('trading.history.joined'));
  return text ? <span className="figures" style={{ gridColumn: '1 / -1', fontSize: 13.5 }}>{text}</span> : null;
}
