import { expect, it } from 'vitest';
import { digestOf, type Envelope, fingerprintOf, write } from './crypto/envelope.ts';
import { isOfBid } from './of-bid.ts';

const keys = ['04aa', '04bb'];
const share = { iv: '00', box: '00', hash: '00' };
const envelope: Envelope = {
  auction: 'auction:1', bidder: 3, threshold: 2, ephemeral: '04', keyHash: '00', iv: '00', box: '00',
  shares: keys.map((key, i) => ({ ...share, holder: i + 1, key: fingerprintOf(key) })),
};
const room = {
  id: 'auction:1',
  isDemo: false,
  terms: {
    closesAt: '2026-12-01T09:00:00Z',
    sealed: { threshold: 2, openingSeconds: 60, holders: keys.map((key) => ({ name: 'x', key })) },
  },
};
const bid = { bidder: 3, digest: digestOf(write(envelope)) };
const later = Date.parse('2026-12-01T09:00:00Z');
const holds = (of: Envelope, change: Partial<typeof room> = {}, at = later, listed = bid) => isOfBid(of, listed, { ...room, ...change }, at);

it('opens the envelope its room lists once the announced deadline has passed', () => {
  expect(holds(envelope)).toBe(true);
  expect(holds(envelope, {}, later - 1)).toBe(false);
  expect(holds(envelope, { isDemo: true }, later - 1)).toBe(true);
});

it('opens none of another auction, bidder, digest, threshold or holders', () => {
  expect(holds(envelope, { id: 'auction:2' })).toBe(false);
  expect(holds(envelope, {}, later, { ...bid, bidder: 4 })).toBe(false);
  expect(holds(envelope, {}, later, { ...bid, digest: '00' })).toBe(false);
  const sealed = { ...room.terms.sealed, threshold: 3 };
  expect(holds(envelope, { terms: { ...room.terms, sealed } })).toBe(false);
  const others = { ...room.terms.sealed, holders: [...room.terms.sealed.holders].reverse() };
  expect(holds(envelope, { terms: { ...room.terms, sealed: others } })).toBe(false);
});
