import { expect, it } from 'vitest';
import * as trading from '../support/samples/trading.ts';
import { stepFieldsOf } from '@/features/trading/steps/step-fields.ts';
import { type FieldRules, type Profile, rulesOf } from '@/features/trading/drafts/profile-rules.ts';
import { protocolFieldsOf } from '@/features/trading/drafts/protocol-fields.ts';
import { clockEnd, type Fields, fieldsOf, termsOf } from '@/features/trading/drafts/terms-fields.ts';

const profile: Profile = {
  ...(trading.profiles.items[0] as Profile),
  protocols: ['English', 'Dutch'],
  durationSeconds: { min: 600, max: 86_400, usual: null },
  hours: { from: '09:00:00', to: '17:00:00' },
};

/** ¥10,000 to ¥7,000 by ¥500 every five minutes: seven prices. */
const falling: Fields = {
  ...stepFieldsOf(undefined),
  ...protocolFieldsOf(undefined),
  protocol: 'Dutch',
  interval: 300,
  start: 1_000_000,
  step: 50_000,
  reserve: 700_000,
  deposit: 100_000,
  opensAt: '2026-12-23T09:00',
  closesAt: '',
  softClose: 300,
  softCloseKind: 'BidPlusWindow',
  buyNow: null,
  takesProxies: true,
  hasPreemption: true,
  appraised: null,
  appraisedOn: '',
  appraisedBy: '',
  viewingFrom: '',
  viewingUntil: '',
};

const outside = (rules: FieldRules) =>
  Object.entries(rules).flatMap(([field, each]) => each.filter((rule) => rule.isOutside).map((rule) => `${field} ${rule.rule}`));
const bent = (change: Partial<Fields>, under = profile) =>
  outside(rulesOf(under, { ...falling, ...change }, new Date('2026-11-23T01:00:00Z')));

it('ends when the last price has stood', () => {
  expect(clockEnd(falling)).toBe('2026-12-23T01:35:00.000Z');
  expect(clockEnd({ ...falling, reserve: null })).toBeNull();
  expect(clockEnd({ ...falling, opensAt: '' })).toBeNull();
});

it.each<[Partial<Fields>, string[]]>([
  [{}, []],
  [{ reserve: 199_999 }, ['reserve floorPermilleOfStart']],
  [{ reserve: 999_100 }, ['reserve floorPermilleOfStart']],
  [{ interval: 59 }, ['interval clockSeconds', 'closesAt durationSeconds']],
  [{ interval: 3_600, opensAt: '2026-12-23T10:30' }, ['closesAt hours']],
])('%j breaks %j', (change, rules) => expect(bent(change)).toEqual(rules));

it('is refused under rules that do not allow it', () => {
  expect(bent({}, { ...profile, protocols: ['English'] })).toContain('protocol protocols');
});

it('is sent with its clock and nothing of rising bids, and comes back the same', () => {
  const terms = termsOf(falling);
  expect(terms).toMatchObject({
    protocol: 'Dutch', clock: { intervalSeconds: 300 }, closesAt: '2026-12-23T01:35:00.000Z', softCloseSeconds: 0,
    takesProxies: false, hasPreemption: false,
  });
  expect(termsOf({ ...falling, ...fieldsOf(terms) })).toEqual(terms);
  expect(termsOf({ ...falling, protocol: 'English', closesAt: '2026-12-23T17:00' }).clock).toBeNull();
});
