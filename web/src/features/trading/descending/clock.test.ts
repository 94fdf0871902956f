import { expect, test } from 'vitest';
import { pricesOf, shownAt } from './clock.ts';

const cny = (yuan: number) => ({ fen: yuan * 100, currency: 'CNY' as const });
const terms = { startPrice: cny(10_000), reserve: cny(7_000), step: cny(500), stepTable: null, clock: { intervalSeconds: 120 } };
const percent = { ...terms, stepTable: { kind: 'Percent' as const, permille: 75, roundTo: cny(100), tiers: [] } };
const prices = [1_000_000, 950_000, 900_000, 850_000, 800_000, 750_000, 700_000];
const OPENS = Date.parse('2026-11-23T02:00:00Z');
const MINUTE = 60_000;
const END = OPENS + 14 * MINUTE;

// The same as ADescent and DutchFiles on the server's side.
test('a clock shows what the server’s does', () => {
  expect(pricesOf(terms)).toEqual(prices);
  expect(pricesOf(percent)).toEqual([1_000_000, 920_000, 850_000, 780_000, 720_000, 700_000]);
  expect(pricesOf({ ...terms, step: cny(1_600) })).toEqual([1_000_000, 840_000, 700_000]);
});

test.each([
  [0, 10_000],
  [2 * MINUTE - 1, 10_000],
  [2 * MINUTE, 9_500],
  [12 * MINUTE, 7_000],
  [14 * MINUTE - 1, 7_000],
  [-1, 10_000],
  [15 * MINUTE, 7_000],
])('%i ms after the opening it shows ¥%i', (after, yuan) => {
  expect(shownAt(prices, 2 * MINUTE, END, OPENS + after).fen).toBe(yuan * 100);
});

test('it says what comes next and when, and at the floor when it ends', () => {
  expect(shownAt(prices, 2 * MINUTE, END, OPENS + 3 * MINUTE)).toEqual({
    fen: 950_000, nextFen: 900_000, changesAt: OPENS + 4 * MINUTE, place: 2, count: 7,
  });
  expect(shownAt(prices, 2 * MINUTE, END, OPENS + 13 * MINUTE)).toEqual({
    fen: 700_000, nextFen: null, changesAt: END, place: 7, count: 7,
  });
});

test('what makes no clock has no prices', () => {
  expect(pricesOf({ ...terms, reserve: null })).toBeNull();
  expect(pricesOf({ ...terms, reserve: cny(10_000) })).toBeNull();
  expect(pricesOf({ ...terms, step: cny(0) })).toBeNull();
  expect(pricesOf({ ...terms, clock: { intervalSeconds: 0 } })).toBeNull();
  expect(pricesOf({ ...terms, clock: null })).toBeNull();
  expect(pricesOf({ ...terms, step: { fen: 1, currency: 'CNY' } })).toBeNull();
});
