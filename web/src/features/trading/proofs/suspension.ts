import type { Terms } from './terms.ts';
import { type Breach, breach, instant, type Part } from './values.ts';

/** No instant is later, in microseconds. */
const CALENDAR_END = Date.UTC(10_000, 0, 1) * 1_000;

/** The time a suspension keeps to give back, or where its record says otherwise. */
export function leftAt(fact: Part, at: number, closesAt: number, { isDutch, interval, softClose }: Terms): number | Breach {
  const isOutage = fact['cause'] === 'Outage';
  const left = isOutage ? (isDutch ? interval : softClose) : closesAt - at;
  const kept = fact['cause'] === 'LegalFact' ? Math.max(left, 0) : left;
  if (!isOutage && fact['leftMicroseconds'] !== kept) return breach('public.leftMicroseconds');
  return isOutage && (at < closesAt || fact['outage'] === undefined) ? breach('public.outage') : kept;
}

/** The end once it goes on, or where its record says otherwise. */
export function endAfter(fact: Part, at: number, left: number): number | Breach {
  const end = at + left;
  if (end >= CALENDAR_END) return breach('public');
  return instant(fact['closesAt']) === end ? end : breach('public.closesAt');
}
