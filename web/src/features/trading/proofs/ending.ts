import type { Admissions } from './admissions.ts';
import type { Bid } from './price.ts';
import type { Terms } from './terms.ts';
import { type Breach, breach, fen, instant, type Part } from './values.ts';

export type Status = 'None' | 'Draft' | 'Announced' | 'Open' | 'Suspended' | 'Opening' | 'Closed' | 'Cancelled';

/** How an auction ended. */
export interface Result {
  readonly isSold: boolean;
  readonly noSale: string | undefined;
}

/** The end after an act that moved the price: one in the window moves it. */
export function movedEnd(at: number, closesAt: number, { softClose, isFromEnd }: Terms): number {
  return closesAt - at <= softClose ? Math.max((isFromEnd ? closesAt : at) + softClose, closesAt) : closesAt;
}

/** Where the record of an extension says otherwise. */
export function wrongExtension(fact: Part, due: { readonly from: number; readonly to: number }, count: number): Breach | undefined {
  if (instant(fact['from']) !== due.from) return breach('public.from');
  if (instant(fact['to']) !== due.to) return breach('public.to');
  return fact['count'] === count ? undefined : breach('public.count');
}

/** How an auction must have ended. */
export interface Ending {
  readonly due: number;
  readonly winner: Bid | undefined;
  readonly noSale: string | undefined;
  readonly bids: number;
  readonly extensions: number;
}

/** Where the record of the end says otherwise. */
export function wrongEnd(fact: Part, at: number, ending: Ending, admissions: Admissions): Breach | undefined {
  const { due, winner, noSale, bids, extensions } = ending;
  if (at < due) return breach('at');
  if (instant(fact['closedAt']) !== due) return breach('public.closedAt');
  if (fact['outcome'] !== (winner ? 'Sold' : 'NoSale')) return breach('public.outcome');
  if (fact['noSale'] !== noSale) return breach('public.noSale');
  if (winner ? fen(fact['price']) !== winner.fen : fact['price'] !== undefined) return breach('public.price');
  if (fact['winner'] !== winner?.bidder) return breach('public.winner');
  if (fact['winnerEnrolment'] !== (winner && admissions.enrolmentOf(winner.bidder))) return breach('public.winnerEnrolment');
  const rank = winner ? admissions.rankOf(winner.bidder) : 0;
  if ((fact['winnerRank'] ?? 0) !== rank) return breach('public.winnerRank');
  if (fact['bids'] !== bids) return breach('public.bids');
  return fact['extensions'] === extensions ? undefined : breach('public.extensions');
}
