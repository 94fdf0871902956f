import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatSecond } from '@/shared/format/dates.ts';
import { formatRemaining, remaining } from '@/shared/format/duration.ts';
import { formatYuan } from '@/shared/format/money.ts';
import type { MarketClock } from '@/shared/live/clock.ts';
import type { Room } from '../api.ts';
import { useLotTitle } from '../lot-title.ts';
import classes from './display.module.css';
import { useNow } from './use-now.ts';

/** The instant the countdown runs to; null when nothing is due. */
export function turnOf({ position, terms }: Room): number | null {
  if (position.status === 'Announced') return Date.parse(terms.opensAt);
  if (position.status === 'Opening' && position.openingUntil) return Date.parse(position.openingUntil);
  return position.status === 'Open' ? Date.parse(position.closesAt) : null;
}

/** What is left on the market's clock. At zero it says that the server decides; only the server says "ended". */
export function Countdown({ room, clock }: { room: Room; clock: MarketClock | null }) {
  const { t } = useTranslation();
  const title = useLotTitle(room.lot);
  const turn = turnOf(room);
  const now = useNow(clock, turn);
  const { status, closesAt, price } = room.position;
  const left = turn !== null && now !== null ? turn - now : null;
  const shown = left === null ? null : remaining(left);
  const text =
    shown && (shown.days > 0 ? `${t('trading.room.days', { count: shown.days })} ` : '') + formatRemaining(shown);
  const isDeciding = left !== null && left <= 0;
  const heading = isDeciding ? t('trading.room.deciding') : text;
  useEffect(() => {
    if (!heading && turn !== null) return;
    const told = heading?.replace(/\.\d$/, '') ?? t(`trading.status.${status}`);
    document.title = [told, price ? formatYuan(price.fen) : null, title].filter(Boolean).join(' · ');
  }, [heading, turn, status, price, title, t]);
  return (
    <div className={left !== null && left < 60_000 && status === 'Open' ? `${classes.clock} ${classes.late}` : classes.clock}>
      <p className={classes.label}>{t(`trading.room.until.${status}`)}</p>
      <p role="timer" aria-live="off" className={`${classes.left} figures`}>
        {heading ?? (turn === null ? formatSecond(room.position.result?.closedAt ?? closesAt) : '--:--')}
      </p>
      <p className={`${classes.fine} figures`}>
        {turn !== null && t('trading.room.scheduled', { at: formatSecond(turn) })}
        {clock && now !== null && (
          <span title={t('trading.room.clockHint')}>
            {t('trading.room.clock', { at: formatClock(now), error: Math.max(1, Math.round(clock.errorMs)) })}
          </span>
        )}
      </p>
    </div>
  );
}
