import { describe, expect, it } from 'vitest';
import type { Server } from '@/shared/api/types.ts';
import { type FieldRules, isOutside, type Profile, rulesOf } from './profile-rules.ts';
import { stepFieldsOf } from '../steps/step-fields.ts';
import { protocolFieldsOf } from './protocol-fields.ts';
import { type Fields, fieldsOf, termsOf } from './terms-fields.ts';

const bounds = (min: number, max: number): Server['Bounds'] => ({ min, max, usual: null });

/** As the court's profile bounds terms. */
const court: Profile = {
  id: 'judicial-online',
  version: 1,
  versions: [1],
  name: '网络司法拍卖',
  description: '',
  demo: false,
  effectiveFrom: '2017-01-01',
  effectiveUntil: null,
  isInForce: true,
  mayHost: false,
  hostNote: null,
  protocols: ['English'],
  options: ['RankedPreemption'],
  softClose: ['BidPlusWindow'],
  startPriceFen: bounds(1, 1_000_000_000_000),
  stepFen: bounds(1, 100_000_000_000),
  stepPermilleOfStart: bounds(0, 1_000),
  depositOf: 'StartPrice',
  depositPermille: bounds(50, 200),
  softCloseSeconds: bounds(300, 300),
  durationSeconds: bounds(86_400, 2_592_000),
  clockSeconds: null,
  floorPermilleOfStart: null,
  startPermilleOfAppraisal: bounds(700, 1_000_000),
  reserves: ['EqualToStart'],
  notice: [{ fromFen: 0, days: 30, count: 'Calendar', countsFirstDay: false }],
  viewingDays: 0,
  hours: { from: '09:00:00', to: '17:00:00' },
  barred: [],
  lines: [],
};

const now = new Date('2026-11-23T01:00:00Z');

/** Start ¥7,000.00 of an appraisal of ¥10,000.00, opening 30 days from now to the minute. */
const fitting: Fields = {
  ...stepFieldsOf(undefined),
  ...protocolFieldsOf(undefined),
  interval: 300,
  start: 700_000,
  step: 50_000,
  reserve: null,
  deposit: 35_000,
  opensAt: '2026-12-23T09:00',
  closesAt: '2026-12-24T09:00',
  softClose: 300,
  softCloseKind: 'BidPlusWindow',
  buyNow: null,
  takesProxies: false,
  hasPreemption: true,
  appraised: 1_000_000,
  appraisedOn: '2026-11-01',
  appraisedBy: '示例评估所',
  viewingFrom: '',
  viewingUntil: '',
};

const outside = (rules: FieldRules) =>
  Object.entries(rules).flatMap(([field, each]) => each.filter((rule) => rule.isOutside).map((rule) => `${field} ${rule.rule}`));

const bent = (change: Partial<Fields>, profile = court) => outside(rulesOf(profile, { ...fitting, ...change }, now));

describe('what the chosen profile says of a draft', () => {
  it('has nothing against terms that fit', () => {
    const rules = rulesOf(court, fitting, now);
    expect(outside(rules)).toEqual([]);
    expect(isOutside(rules)).toBe(false);
    expect(rules.start?.map(({ says }) => says)).toEqual([
      { key: 'between', values: { min: '¥0.01', max: '¥10,000,000,000' } },
      { key: 'appraisalShare', values: { min: '¥7,000', max: '¥10,000,000' } },
    ]);
    expect(rules.deposit?.[0]?.says).toEqual({ key: 'between', values: { min: '¥350', max: '¥1,400' } });
  });

  it.each<[Partial<Fields>, string[]]>([
    [{ start: 699_999 }, ['start startPermilleOfAppraisal']],
    [{ start: 0 }, ['start startPriceFen', 'start startPermilleOfAppraisal', 'step stepPermilleOfStart', 'deposit depositPermille']],
    [{ appraised: null }, ['appraised startPermilleOfAppraisal']],
    [{ deposit: 34_999 }, ['deposit depositPermille']],
    [{ deposit: 140_001 }, ['deposit depositPermille']],
    [{ step: 700_001 }, ['step stepPermilleOfStart']],
    [{ reserve: 700_000 }, []],
    [{ reserve: 700_001 }, ['reserve reserves']],
    [{ softClose: 299 }, ['softClose softCloseSeconds']],
    [{ opensAt: '2026-12-22T17:00' }, ['opensAt notice']],
    [{ opensAt: '2026-12-23T08:59', closesAt: '2026-12-24T09:00' }, ['opensAt notice', 'opensAt hours']],
    [{ closesAt: '2026-12-24T17:01' }, ['closesAt hours']],
    [{ closesAt: '2026-12-24T08:59' }, ['closesAt durationSeconds', 'closesAt hours']],
    [{ opensAt: '', closesAt: '' }, []],
    [{ takesProxies: true }, ['takesProxies options']],
    [{ hasPreemption: false }, []],
    [{ stepKind: 'Tiered' }, ['stepKind options']],
    [{ stepKind: 'Percent', percent: 100.1 }, ['stepKind options', 'percent stepPermilleOfStart']],
  ])('finds %o outside', (change, rules) => {
    expect(bent(change)).toEqual(rules);
  });

  it('asks for days of viewing, and for more notice of dear lots', () => {
    const state: Profile = {
      ...court,
      viewingDays: 2,
      notice: [
        { fromFen: 0, days: 10, count: 'Working', countsFirstDay: false },
        { fromFen: 1_000_000_000, days: 20, count: 'Working', countsFirstDay: false },
      ],
    };
    expect(bent({}, state)).toEqual(['viewingFrom viewingDays']);
    expect(bent({ viewingFrom: '2026-12-01', viewingUntil: '2026-12-01' }, state)).toEqual(['viewingFrom viewingDays']);
    expect(bent({ viewingFrom: '2026-12-01', viewingUntil: '2026-12-02' }, state)).toEqual([]);
    expect(rulesOf(state, { ...fitting, start: 999_999_999 }, now).opensAt?.[0]?.says).toEqual({ key: 'noticeWorking', values: { days: 10 } });
    expect(rulesOf(state, { ...fitting, start: 1_000_000_000 }, now).opensAt?.[0]?.says).toEqual({ key: 'noticeWorking', values: { days: 20 } });
  });

  it('reckons amounts without a float', () => {
    const dear = rulesOf({ ...court, depositPermille: bounds(333, 333) }, { ...fitting, start: 999_999_999_999 }, now);
    expect(dear.deposit?.[0]?.says).toEqual({ key: 'between', values: { min: '¥3,330,000,000', max: '¥3,329,999,999.99' } });
  });
});

describe('the terms of a draft', () => {
  it('come out of the form as they went in', () => {
    const terms = termsOf(fitting);
    expect(fieldsOf(terms)).toEqual(fitting);
    expect(terms.viewing).toBeNull();
    expect(termsOf({ ...fitting, appraised: null }).appraisal).toBeNull();
  });
});
