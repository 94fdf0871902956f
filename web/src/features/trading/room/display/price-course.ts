import type { Room } from '../api.ts';

export interface Priced {
  /** Of the record, and whether the other bidder's maximum answered in it. */
  key: string;
  at: string;
  bidder: number;
  fen: number;
  bid: Room['bids'][number] | null;
}

/** The price after every act: what was bid, and where a maximum answered it and leads, the answer. */
export const priceCourse = ({ bids }: Pick<Room, 'bids'>): Priced[] =>
  bids.flatMap((bid): Priced[] => {
    const { at, bidder, amount, answer } = bid;
    const placed = { key: String(bid.version), at, bidder, fen: amount.fen, bid };
    return answer?.leads
      ? [placed, { key: `${String(bid.version)}+`, at, bidder: answer.bidder, fen: answer.amount.fen, bid: null }]
      : [placed];
  });
