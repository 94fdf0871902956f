import type { Server } from '@/shared/api/types.ts';
import type { Room } from '../room/api.ts';
import { stepAt } from '../steps/step-table.ts';

type Terms = Server['AuctionTerms'];
/** As far as a clock needs them; a form's are not whole yet. */
export type ClockOf = Pick<Terms, 'startPrice' | 'reserve' | 'step' | 'stepTable' | 'clock'>;

/** As the server's limits have it. */
export const CLOCK_PRICES_MAX = 1_000;

export const isDutch = ({ protocol }: Pick<Terms, 'protocol'>): boolean => protocol === 'Dutch';

export const intervalMs = ({ clock }: Pick<Terms, 'clock'>): number => (clock?.intervalSeconds ?? 0) * 1_000;

/** Every price a falling clock shows in fen, the start first, the floor last; null where the terms make none. */
export function pricesOf(terms: ClockOf): number[] | null {
  const [start, floor] = [terms.startPrice.fen, terms.reserve?.fen ?? 0];
  if (floor < 1 || floor >= start || intervalMs(terms) < 1_000) return null;
  const prices = [];
  for (let price = start; price > floor; price = Math.max(floor, price - stepAt(terms, price))) {
    if (stepAt(terms, price) < 1 || prices.length >= CLOCK_PRICES_MAX - 1) return null;
    prices.push(price);
  }
  return [...prices, floor];
}

export interface Shown {
  /** What it shows, in fen. */
  readonly fen: number;
  /** What it shows after that; null at the floor, after which nothing is sold. */
  readonly nextFen: number | null;
  /** When it changes, in milliseconds of the market's time; at the floor, when it ends. */
  readonly changesAt: number;
  /** Which of how many prices, from 1. */
  readonly place: number;
  readonly count: number;
}

/**
 * What the clock shows: each price stands from its instant (included) for an interval, counted back from the end, which
 * holds whatever time was given back. The same as the server's PriceClock.
 */
export function shownAt(prices: readonly number[], interval: number, closesAt: number, now: number): Shown {
  const stillToStand = Math.min(prices.length, Math.max(1, Math.ceil((closesAt - now) / interval)));
  const place = prices.length - stillToStand;
  return {
    fen: prices[place] ?? 0,
    nextFen: prices[place + 1] ?? null,
    changesAt: closesAt - (stillToStand - 1) * interval,
    place: place + 1,
    count: prices.length,
  };
}

/** The price of a room as it stands, of a falling clock by the market's time. */
export function priceNow({ position, terms }: Room, now: number): number {
  const told = position.price?.fen ?? position.clockStands?.fen;
  if (told !== undefined || !isDutch(terms) || position.status !== 'Open') return told ?? terms.startPrice.fen;
  return shownAt(pricesOf(terms) ?? [terms.startPrice.fen], intervalMs(terms), Date.parse(position.closesAt), now).fen;
}
