import { expect, it } from 'vitest';
import type { Room } from '../api.ts';
import { priceCourse } from './price-course.ts';

type Bid = Room['bids'][number];
const yuan = (amount: number) => ({ fen: amount * 100, currency: 'CNY' as const });
const placed = (version: number, bidder: number, amount: number, answer: Bid['answer'] = null): Bid => ({
  version, bidder, amount: yuan(amount), at: '2026-12-01T02:00:00Z', kind: 'Open', answer,
});

it('ends at what a maximum answered where that leads, and at the bid where it was used up', () => {
  const bids = [
    placed(9, 1, 600_000),
    placed(10, 2, 930_000, { bidder: 1, amount: yuan(990_000), leads: true }),
    placed(12, 2, 1_200_000, { bidder: 1, amount: yuan(1_100_000), leads: false }),
  ];
  expect(priceCourse({ bids }).map(({ bidder, fen }) => [bidder, fen / 100])).toEqual([
    [1, 600_000], [2, 930_000], [1, 990_000], [2, 1_200_000],
  ]);
});
