import { stepAt } from '../steps/step-table.ts';
import type { Terms } from './terms.ts';
import { type Breach, breach, fen, instant, type Part } from './values.ts';

const PRICES_MAX = 1_000;

/** Whether the announced terms are a falling clock's and end when it does. The same as ClockReplay.cs. */
export function wrongClock(terms: Terms, closesAt: number): Breach | undefined {
  const { startPrice, reserve = 0, interval } = terms;
  const wrong = breach('public.terms');
  if (!(interval >= 1) || terms.takesProxies || terms.hasPreemption || terms.softClose !== 0 || terms.isTiered) return wrong;
  if (!(reserve >= 1) || reserve >= startPrice) return wrong;
  let [price, stands] = [startPrice, 1];
  while (price > reserve) {
    const next = lower(terms, price);
    if (next >= price || ++stands > PRICES_MAX) return wrong;
    price = next;
  }
  return closesAt === terms.opensAt + stands * interval ? undefined : wrong;
}

/** Whether an act took the price the clock showed; `closesAt` is the end before it, given-back time included. */
export function wrongTaking(kind: string, fact: Part, terms: Terms, closesAt: number, at: number): Breach | undefined {
  if (kind !== 'price-taken/1') return breach('type');
  let since = closesAt - (terms.closesAt - terms.opensAt);
  let price = terms.startPrice;
  while (at >= since + terms.interval && price > (terms.reserve ?? 0)) {
    since += terms.interval;
    price = lower(terms, price);
  }
  if (fen(fact['amount']) !== price) return breach('public.amount');
  return instant(fact['closesAt']) === at ? undefined : breach('public.closesAt');
}

const lower = (terms: Terms, price: number): number =>
  Math.max(price - stepAt(terms.steps, price), terms.reserve ?? 0);
