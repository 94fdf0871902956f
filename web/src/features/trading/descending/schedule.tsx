import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import type { Room } from '../room/api.ts';
import { intervalMs, pricesOf } from './clock.ts';
import classes from './descending.module.css';
import { useClock } from './use-clock.ts';

interface ScheduleProps {
  prices: readonly number[];
  /** The instant the first begins; null where that is not known. */
  opens: number | null;
  interval: number;
  /** Which of them stands now, from 1. */
  place?: number | undefined;
  isTaken?: boolean;
}

/** Every price of a clock with the instant it begins; what has passed is faint. Many rows: drawn when one changes. */
export const Schedule = memo(function Schedule({ prices, opens, interval, place, isTaken = false }: ScheduleProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const here = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!box.current || !here.current) return;
    // Within its own box only: the page stays where it is.
    box.current.scrollTop = here.current.offsetTop - box.current.clientHeight / 2;
  }, [place]);
  const mark = (i: number) =>
    i + 1 === place ? t(isTaken ? 'trading.clock.taken' : 'trading.clock.now')
    : i + 1 === prices.length ? t('trading.clock.floorTerm')
    : '';
  return (
    <div ref={box} className={classes.scroll} tabIndex={0} role="region" aria-label={t('trading.clock.schedule')}>
      <table className={`${classes.table} figures`}>
        <thead>
          <tr>
            <th scope="col">{t('trading.clock.number')}</th>
            {opens !== null && <th scope="col">{t('trading.clock.from')}</th>}
            <th scope="col" className={classes.fen}>{t('trading.room.amount')}</th>
            <th scope="col"><span className="visually-hidden">{t('trading.clock.state')}</span></th>
          </tr>
        </thead>
        <tbody>
          {prices.map((fen, i) => {
            const isHere = i + 1 === place;
            return (
              <tr
                key={fen}
                ref={isHere ? here : null}
                className={isHere ? classes.here : place !== undefined && i + 1 < place ? classes.past : undefined}
                {...(isHere ? { 'aria-current': 'true' as const } : {})}
              >
                <td>{i + 1}</td>
                {opens !== null && <td>{formatSecond(opens + i * interval)}</td>}
                <td className={classes.fen}>{formatYuan(fen)}</td>
                <td>{mark(i)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
});

/** The course of a descending auction: where the clock stands among all its prices. */
export function RoomSchedule({ room }: { room: Room }) {
  const { position, terms } = room;
  const clock = useClock(room);
  const prices = useMemo(() => pricesOf(terms) ?? [], [terms]);
  const interval = intervalMs(terms);
  const isOver = position.result !== null;
  const place = position.status === 'Announced' || (isOver && !position.price) ? undefined : clock.place;
  return (
    <Schedule
      prices={prices}
      opens={opensOf(room, prices.length * interval, clock.place, interval)}
      interval={interval}
      place={place}
      isTaken={position.price !== null}
    />
  );
}

/** When the first price began as the clock runs now; null while it stands still, and after suspensions that moved it. */
function opensOf({ position, terms }: Room, length: number, place: number, interval: number): number | null {
  if (position.status === 'Open' || position.status === 'Announced') return Date.parse(position.closesAt) - length;
  if (!position.result) return null;
  const opens = Date.parse(terms.opensAt);
  const ran = Date.parse(position.result.closedAt) - opens;
  const wasMoved = position.price ? Math.trunc(ran / interval) !== place - 1 : ran !== length;
  return wasMoved ? null : opens;
}
