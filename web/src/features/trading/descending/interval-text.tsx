import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { intervalMs, pricesOf } from './clock.ts';

const SECOND = 1_000;
const MINUTE = 60_000;

/** How often a clock falls, and how many prices it has. */
export function IntervalText({ terms }: { terms: Server['AuctionTerms'] }) {
  const { t } = useTranslation();
  const interval = intervalMs(terms);
  const every = interval % MINUTE === 0
    ? t('trading.rules.minutes', { count: interval / MINUTE })
    : t('trading.rules.seconds', { count: interval / SECOND });
  return <span className="figures">{t('trading.clock.every', { every, count: pricesOf(terms)?.length ?? 0 })}</span>;
}
