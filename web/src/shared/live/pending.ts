import { actingParty } from '../session/acting.ts';

/** A bid that was sent and not yet answered; it outlives a reload of the page with its command id. */
export interface PendingBid {
  commandId: string;
  fen: number;
}

/** By party too: what one party sent is never asked again for another. */
const keyOf = (auction: string): string => ['ipmarket.pending-bid', auction, actingParty()].filter(Boolean).join('.');

export function readPending(auction: string): PendingBid | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(auction)) ?? 'null');
    if (typeof value !== 'object' || value === null || !('commandId' in value) || !('fen' in value)) return null;
    const { commandId, fen } = value;
    return typeof commandId === 'string' && typeof fen === 'number' ? { commandId, fen } : null;
  } catch {
    return null;
  }
}

export const keepPending = (auction: string, bid: PendingBid): void =>
  sessionStorage.setItem(keyOf(auction), JSON.stringify(bid));

export const dropPending = (auction: string): void => sessionStorage.removeItem(keyOf(auction));
