import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { clockEnd, clockOf, type Fields } from '../drafts/terms-fields.ts';
import { pricesOf } from './clock.ts';
import classes from './descending.module.css';
import { Schedule } from './schedule.tsx';

const SECOND = 1_000;

interface ClockPreviewProps {
  fields: Partial<Fields>;
  /** What the profile says of the length and the end, which follow from the clock. */
  hint: ReactNode;
}

/** The clock as it would run, told anew with every figure typed. */
export function ClockPreview({ fields, hint }: ClockPreviewProps) {
  const { t } = useTranslation();
  const prices = pricesOf(clockOf(fields));
  const end = clockEnd(fields);
  const interval = (fields.interval ?? 0) * SECOND;
  if (!prices) return <p className={classes.preview} role="note">{t('trading.clock.noPreview')}</p>;
  const opens = end === null ? null : Date.parse(end) - prices.length * interval;
  return (
    <div className={classes.preview}>
      <p className="figures" aria-live="polite">
        {t('trading.clock.preview', {
          start: formatYuan(prices[0] ?? 0), floor: formatYuan(prices.at(-1) ?? 0), count: prices.length,
        })}{' '}
        {end !== null && t('trading.clock.previewEnd', { at: formatSecond(end) })}
      </p>
      {hint}
      <details>
        <summary>{t('trading.clock.schedule')}</summary>
        <Schedule prices={prices} opens={opens} interval={interval} />
      </details>
    </div>
  );
}
