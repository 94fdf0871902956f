import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { termsOf } from './terms.ts';
import type { Part } from './values.ts';

const FILE = join(import.meta.dirname, '../../../../../tests/IpMarket.Domain.Tests/Trading/Sealed/Files/vickrey.ndjson');

interface Line { type?: string; public?: string }

const announced = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line)
  .find(({ type }) => type === 'trading.auction.announced/1');
const whole = (JSON.parse(announced?.public ?? '{}') as { terms: Part }).terms;
const set = whole['sealed'] as { threshold: number; openingSeconds: number; holders: { name: string; key: string }[] };
const [first, second, third] = set.holders as [Holder, Holder, Holder];
type Holder = (typeof set.holders)[number];
const isSound = (change: Part) => termsOf({ ...whole, ...change })?.areStepsSound;
const holders = (...named: Holder[]) => ({ sealed: { ...set, holders: named } });

/** The bounds of SealedRules.cs, ProtocolBounds.cs and BuyNowBounds.cs. */
describe('announced terms', () => {
  it('of sealed bids stand as announced', () => expect(isSound({})).toBe(true));

  it.each([
    ['one key twice', holders(first, { ...first, name: 'another' }, third)],
    ['a key off the curve', holders(first, { ...second, key: `${second.key.slice(0, -1)}${second.key.endsWith('0') ? '1' : '0'}` }, third)],
    ['no name', holders(first, { ...second, name: ' ' }, third)],
    ['too short an opening', { sealed: { ...set, openingSeconds: 29 } }],
    ['too long an opening', { sealed: { ...set, openingSeconds: 30 * 86_400 + 1 } }],
    ['one who opens alone', { sealed: { ...set, threshold: 1 } }],
    ['no holders', { sealed: null }],
    ['holders of rising bids', { protocol: 'English' }],
    ['what is no set of holders in rising bids', { protocol: 'English', sealed: {} }],
    ['maxima', { takesProxies: true }],
    ['pre-emption', { hasPreemption: true }],
    ['a buy-now price', { buyNow: { fen: 900_000_000, currency: 'CNY' } }],
    ['a step', { step: { fen: 1, currency: 'CNY' } }],
  ])('with %s are broken', (_, change) => expect(isSound(change)).toBe(false));
});
