import { useMemo } from 'react';
import { useMarketClock } from '@/shared/live/use-market-clock.ts';
import type { Room } from '../room/api.ts';
import { useNow } from '../room/display/use-now.ts';
import { intervalMs, pricesOf, type Shown, shownAt } from './clock.ts';

export interface ClockState extends Shown {
  /** Milliseconds until it changes, or at the floor ends; null while it stands still or before the clock is known. */
  readonly leftMs: number | null;
  /** The end has come and the server has not told the result yet. */
  readonly isDeciding: boolean;
  readonly now: number | null;
}

/** A descending room's clock, told again by the market's time; while suspended, where it stands. */
export function useClock({ position, terms, now: toldAt }: Room): ClockState {
  const clock = useMarketClock();
  const prices = useMemo(() => pricesOf(terms) ?? [terms.startPrice.fen], [terms]);
  const interval = Math.max(1_000, intervalMs(terms));
  const closesAt = Date.parse(position.closesAt);
  const isOpen = position.status === 'Open';
  // Ten times a second shortly before each change: the step before it is short enough to be near in most clocks.
  const first = shownAt(prices, interval, closesAt, clock?.now() ?? Date.parse(toldAt));
  const now = useNow(clock, isOpen ? first.changesAt : null);
  const stands = position.clockStands?.fen ?? position.price?.fen;
  if (!isOpen) {
    const place = position.status === 'Announced' || stands === undefined ? 0 : prices.indexOf(stands);
    const fen = stands ?? prices[place] ?? 0;
    return {
      fen, nextFen: prices[place + 1] ?? null, changesAt: Date.parse(terms.opensAt), place: place + 1, count: prices.length,
      leftMs: null, isDeciding: false, now,
    };
  }
  const shown = shownAt(prices, interval, closesAt, now ?? Date.parse(toldAt));
  return {
    ...shown,
    leftMs: now === null ? null : Math.max(0, shown.changesAt - now),
    isDeciding: now !== null && now >= closesAt,
    now,
  };
}
