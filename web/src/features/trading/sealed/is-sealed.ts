import type { Server } from '@/shared/api/types.ts';

/** Bids are sealed: no price is seen before the opening. */
export const isSealed = ({ protocol }: Pick<Server['AuctionTerms'], 'protocol'>): boolean =>
  protocol === 'SealedFirstPrice' || protocol === 'Vickrey';
