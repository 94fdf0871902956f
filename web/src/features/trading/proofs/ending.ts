import type { Admissions } from './admissions.ts';
import type { Bid } from './price.ts';
import { type Breach, breach, fen, instant, type Part } from './values.ts';

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
