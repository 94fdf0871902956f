import { expect, test } from 'vitest';
import { stepFieldsOf, stepsOf } from './step-fields.ts';
import { stepAt, stepsAbove } from './step-table.ts';

const cny = (yuan: number) => ({ fen: yuan * 100, currency: 'CNY' as const });
const fixed = { step: cny(500), stepTable: null };
const percent = { step: cny(500), stepTable: { kind: 'Percent' as const, permille: 50, roundTo: cny(100), tiers: [] } };
const tiers = {
  step: cny(1_000),
  stepTable: {
    kind: 'Tiered' as const,
    permille: 0,
    roundTo: null,
    tiers: [{ from: cny(0), step: cny(1_000) }, { from: cny(100_000), step: cny(5_000) }],
  },
};

test('the step follows the price as the server reckons it', () => {
  expect(stepAt(fixed, 1)).toBe(50_000);
  expect(stepAt(percent, 1_000_000)).toBe(50_000);
  expect(stepAt(percent, 1_000_100)).toBe(60_000);
  expect(stepAt(percent, 0)).toBe(10_000);
  expect(stepAt(tiers, 9_999_999)).toBe(100_000);
  expect(stepAt(tiers, 10_000_000)).toBe(500_000);
});

test('steps above a price cross into the next tier', () => {
  expect(stepsAbove(tiers, 9_900_000, 2)).toBe(10_500_000);
});

test('the form gives back the table it was filled with', () => {
  const terms = { startPrice: cny(1), reserve: null, opensAt: '', closesAt: '', softCloseSeconds: 1, deposit: cny(1) };
  expect(stepsOf(stepFieldsOf({ ...terms, ...fixed }))).toEqual(fixed);
  expect(stepsOf(stepFieldsOf({ ...terms, ...percent })).stepTable).toEqual(percent.stepTable);
  expect(stepsOf(stepFieldsOf({ ...terms, ...tiers })).stepTable).toEqual(tiers.stepTable);
});
