import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatSecond } from '@/shared/format/dates.ts';
import { formatRemaining, remaining } from '@/shared/format/duration.ts';
import { formatWan, formatYuan } from '@/shared/format/money.ts';
import { useLanguage } from '@/shared/i18n/use-language.ts';
import type { MarketClock } from '@/shared/live/clock.ts';
import { Mark } from '@/shared/ui/marks.tsx';
import type { Room } from '../room/api.ts';
import classes from '../room/display/display.module.css';
import { useLotTitle } from '../room/lot-title.ts';
import { intervalMs } from './clock.ts';
import own from './descending.module.css';
import { type ClockState, useClock } from './use-clock.ts';

/** Below this a change is not spoken: one sentence would run into the next. */
const SPOKEN_FROM_MS = 10_000;

/** The price a falling clock shows, what comes next, and how long until then. Only the server says "sold". */
export function ClockBoard({ room, market }: { room: Room; market: MarketClock | null }) {
  const clock = useClock(room);
  return (
    <>
      <Price room={room} clock={clock} />
      <Until room={room} clock={clock} errorMs={market?.errorMs ?? null} />
    </>
  );
}

function Price({ room: { position, terms }, clock }: { room: Room; clock: ClockState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isUnsold = position.result?.outcome === 'NoSale';
  const label = position.price ? 'trading.card.final'
    : position.status === 'Announced' || isUnsold ? 'trading.card.start'
    : 'trading.card.price';
  const fen = position.price?.fen ?? (isUnsold ? terms.startPrice.fen : clock.fen);
  const isRunning = position.status === 'Open' || position.status === 'Suspended';
  return (
    <div className={classes.price}>
      <p className={classes.label}>{t(label)}</p>
      <p className={`${classes.amount} figures`}>{formatYuan(fen)}</p>
      <p className={`${classes.fine} figures`}>
        {language === 'zh-CN' && <span>{t('kernel.money.wan', { amount: formatWan(fen) })}</span>}
        {isRunning && (
          <span className={own.next}>
            {clock.nextFen === null ? t('trading.clock.atFloor') : t('trading.clock.next', { amount: formatYuan(clock.nextFen) })}
          </span>
        )}
      </p>
      <p className={classes.standing}>
        <Mark tone="quiet">{t('trading.clock.floor', { amount: formatYuan(terms.reserve?.fen ?? 0) })}</Mark>
        {isRunning && <Mark tone="quiet">{t('trading.clock.place', { place: clock.place, count: clock.count })}</Mark>}
      </p>
      <p role="status" className="visually-hidden">
        {position.status === 'Open' && intervalMs(terms) >= SPOKEN_FROM_MS && t('trading.say.price', { amount: formatYuan(clock.fen) })}
      </p>
    </div>
  );
}

function Until({ room, clock, errorMs }: { room: Room; clock: ClockState; errorMs: number | null }) {
  const { t } = useTranslation();
  const title = useLotTitle(room.lot);
  const { status, closesAt, price, result } = room.position;
  const turn = status === 'Announced' ? Date.parse(room.terms.opensAt) : status === 'Open' ? clock.changesAt : null;
  const left = turn === null || clock.now === null ? null : Math.max(0, turn - clock.now);
  const shown = left === null ? null : remaining(left);
  const text = shown && (shown.days > 0 ? `${t('trading.room.days', { count: shown.days })} ` : '') + formatRemaining(shown);
  const heading = clock.isDeciding ? t('trading.room.deciding') : text;
  useEffect(() => {
    if (!heading && turn !== null) return;
    const told = heading?.replace(/\.\d$/, '') ?? t(`trading.status.${status}`);
    document.title = [told, formatYuan(price?.fen ?? clock.fen), title].join(' · ');
  }, [heading, turn, status, price, clock.fen, title, t]);
  const label = status !== 'Open' ? t(`trading.room.until.${status}`)
    : t(clock.nextFen === null ? 'trading.clock.untilEnd' : 'trading.clock.untilNext');
  return (
    <div className={left !== null && left < 10_000 && status === 'Open' ? `${classes.clock} ${classes.late}` : classes.clock}>
      <p className={classes.label}>{label}</p>
      <p role="timer" aria-live="off" className={`${classes.left} figures`}>
        {heading ?? (turn === null ? formatSecond(result?.closedAt ?? closesAt) : '--:--')}
      </p>
      <p className={`${classes.fine} figures`}>
        {status === 'Announced' && <span>{t('trading.room.scheduled', { at: formatSecond(room.terms.opensAt) })}</span>}
        {status === 'Open' && <span>{t('trading.clock.ends', { at: formatSecond(closesAt) })}</span>}
        {errorMs !== null && clock.now !== null && (
          <span title={t('trading.room.clockHint')}>
            {t('trading.room.clock', { at: formatClock(clock.now), error: Math.max(1, Math.round(errorMs)) })}
          </span>
        )}
      </p>
    </div>
  );
}
