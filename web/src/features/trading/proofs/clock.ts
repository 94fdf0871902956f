import { stepAt } from '../steps/step-table.ts';
import type { Terms } from './terms.ts';
import { type Breach, breach, fen, instant, type Part } from './values.ts';

const PRICES_MAX = 1_000;

/** Whether the announced terms are a falling clock's and end when it does. The same as ClockReplay.cs. */
export function wrongClock(terms: Terms, closesAt: number): Breach | undefined {
  const { startPrice, reserve = 0, interval } = terms;
  const wrong = breach('public.terms');
  if (!(interval >= 1) || terms.takesProxies || terms.hasPreemption || terms.softClose !== 0 || terms.isTiered || terms.buyNow !== undefined)
    return wrong;
  if (!(reserve >= 1) || reserve >= startPrice) return wrong;
  let [price, stands] = [startPrice, 1];
  while (price > reserve) {
    const next = lower(terms, price);
    if (next >= price || ++stands > PRICES_MAX) return wrong;
    price = next;
  }
  return closesAt === terms.opensAt + stands * interval ? undefined : wrong;
}

/** Whether an act took a price that was shown: the clock's, or the buy-now price while nobody had bid. */
export function wrongTaking(kind: string, fact: Part, terms: Terms, bids: number, closesAt: number, at: number): Breach | undefined {
  if (kind !== 'price-taken/1') return breach('type');
  if (!terms.isDutch && (terms.buyNow === undefined || bids > 0)) return breach('type');
  const price = terms.isDutch ? clockPrice(terms, closesAt, at) : terms.buyNow;
  if (fen(fact['amount']) !== price) return breach('public.amount');
  return instant(fact['closesAt']) === at ? undefined : breach('public.closesAt');
}

/** What the clock shows; `closesAt` is the end as it stands, given-back time included. */
function clockPrice(terms: Terms, closesAt: number, at: number): number {
  let since = closesAt - (terms.closesAt - terms.opensAt);
  let price = terms.startPrice;
  while (at >= since + terms.interval && price > (terms.reserve ?? 0)) {
    since += terms.interval;
    price = lower(terms, price);
  }
  return price;
}

const lower = (terms: Terms, price: number): number =>
  Math.max(price - stepAt(terms.steps, price), terms.reserve ?? 0);
