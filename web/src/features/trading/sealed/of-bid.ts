import type { Server } from '@/shared/api/types.ts';
import { digestOf, type Envelope, fingerprintOf, isBound, write } from './crypto/envelope.ts';

/** What of a room a holder goes by. */
interface RoomOf {
  readonly id: string;
  /** An example market may run by a clock of its own. */
  readonly isDemo: boolean;
  readonly terms: Pick<Server['AuctionTerms'], 'closesAt' | 'sealed'>;
}

/**
 * Whether an envelope is the one this room lists for this bidder, sealed to the holders announced, and its announced
 * deadline has passed by this machine's clock (of the example market, whose clock may be another, by its word). A holder opens no other: else whoever hands out envelopes could have the
 * bids of a running auction opened under the name of one that is over.
 */
export function isOfBid(
  envelope: Envelope, bid: { readonly bidder: number; readonly digest: string }, { id, isDemo, terms }: RoomOf, now = Date.now(),
): boolean {
  const { closesAt, sealed } = terms;
  const isDue = isDemo || now >= Date.parse(closesAt);
  const binding = sealed && { auction: id, bidder: bid.bidder, threshold: sealed.threshold, holders: sealed.holders.map(({ key }) => fingerprintOf(key)) };
  return isDue && digestOf(write(envelope)) === bid.digest && !!binding && isBound(envelope, binding);
}
