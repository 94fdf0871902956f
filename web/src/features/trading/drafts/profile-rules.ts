import type { Server } from '@/shared/api/types.ts';
import { AMOUNT_FEN_MAX, formatYuan } from '@/shared/format/money.ts';
import { clockEnd, type Fields } from './terms-fields.ts';
import { durationRules, hoursRules, instant, noticeRules, viewingRules } from './time-rules.ts';

export type Profile = Server['ProfileView'];

/** A rule of the profile for one field: what it allows, whether what is typed lies outside. */
export interface FieldRule {
  /** The rule's name in the profile; its line there holds the source. */
  rule: string;
  says: RuleWords;
  isOutside: boolean;
}

/** Words by key, with figures ready to show; seconds are shown by the page, in its language. */
export type RuleWords =
  | { key: 'between' | 'appraisalShare'; values: { min: string; max: string } }
  | { key: 'seconds'; values: { min: number; max: number } }
  | { key: 'hours'; values: { from: string; to: string } }
  | { key: 'notice'; values: { days: number; earliest: string } }
  | { key: 'noticeWorking'; values: { days: number } }
  | { key: 'viewing'; values: { days: number } }
  | { key: 'noProtocol' | 'noOption' | 'noReserve' | 'reserveIsStart' | 'appraisal' };

export type FieldRules = Partial<Record<keyof Fields, FieldRule[]>>;

const shareDown = (fen: number, permille: number): number => Number((BigInt(fen) * BigInt(permille)) / 1000n);
const shareUp = (fen: number, permille: number): number => Number((BigInt(fen) * BigInt(permille) + 999n) / 1000n);

export const isBetween = (value: number, min: number, max: number): boolean => value >= min && value <= max;

const money = (rule: string, value: number | null | undefined, min: number, max: number): FieldRule => ({
  rule,
  says: { key: 'between', values: { min: formatYuan(min), max: formatYuan(max) } },
  isOutside: typeof value === 'number' && !isBetween(value, min, max),
});

/**
 * What the profile allows in each field, given what the others hold. It explains while one types; the server decides,
 * and alone knows the holidays.
 */
export function rulesOf(profile: Profile, fields: Partial<Fields>, now: Date): FieldRules {
  const opens = instant(fields.opensAt);
  return {
    ...(fields.protocol === 'Dutch' ? fallingRules(profile, fields, opens) : risingRules(profile, fields, opens)),
    start: startRules(profile, fields),
    protocol: protocolRules(profile, fields.protocol),
    stepKind: optionRules(profile, 'StepTable', fields.stepKind !== undefined && fields.stepKind !== 'Fixed'),
    step: shareRules(profile, fields),
    percent: percentRules(profile, fields),
    deposit: depositRules(profile, fields),
    opensAt: [...noticeRules(profile, fields.start ?? 0, opens, now), ...hoursRules(profile, opens)],
    appraised: profile.startPermilleOfAppraisal
      ? [{ rule: 'startPermilleOfAppraisal', says: { key: 'appraisal' }, isOutside: fields.appraised === null }]
      : [],
    viewingFrom: viewingRules(profile, fields),
  };
}

const seconds = (rule: string, value: number | null | undefined, bounds: Server['Bounds']): FieldRule => ({
  rule,
  says: { key: 'seconds', values: bounds },
  isOutside: typeof value === 'number' && !isBetween(value, bounds.min, bounds.max),
});

function risingRules(profile: Profile, fields: Partial<Fields>, opens: Date | null): FieldRules {
  const closes = instant(fields.closesAt);
  return {
    buyNow: optionRules(profile, 'BuyNow', typeof fields.buyNow === 'number'),
    takesProxies: optionRules(profile, 'ProxyBids', fields.takesProxies),
    hasPreemption: optionRules(profile, 'RankedPreemption', fields.hasPreemption),
    reserve: reserveRules(profile, fields),
    softClose: [seconds('softCloseSeconds', fields.softClose, profile.softCloseSeconds)],
    closesAt: [...durationRules(profile, opens, closes), ...hoursRules(profile, closes)],
  };
}

/** Of a falling clock: its floor, its interval, and the end that follows from them. */
function fallingRules(profile: Profile, fields: Partial<Fields>, opens: Date | null): FieldRules {
  const end = clockEnd(fields);
  const closes = end === null ? null : new Date(end);
  const { clockSeconds, floorPermilleOfStart: share } = profile;
  const { start, reserve } = fields;
  const floor = share && typeof start === 'number'
    ? [money('floorPermilleOfStart', reserve, Math.max(1, shareUp(start, share.min)), Math.min(start - 1, shareDown(start, share.max)))]
    : [];
  return {
    reserve: profile.reserves.includes('Public') ? floor : [{ rule: 'reserves', says: { key: 'noReserve' }, isOutside: true }],
    interval: clockSeconds ? [seconds('clockSeconds', fields.interval, clockSeconds)] : [],
    closesAt: closes ? [...durationRules(profile, opens, closes), ...hoursRules(profile, closes)] : [],
  };
}

/** Whether anything typed lies outside, as far as this page knows. */
export const isOutside = (rules: FieldRules): boolean => Object.values(rules).some((each) => each.some((rule) => rule.isOutside));

function startRules(profile: Profile, { start, appraised }: Partial<Fields>): FieldRule[] {
  const { min, max } = profile.startPriceFen;
  const share = profile.startPermilleOfAppraisal;
  if (!share || typeof appraised !== 'number') return [money('startPriceFen', start, min, max)];
  const least = Math.max(1, shareUp(appraised, share.min));
  const most = Math.min(AMOUNT_FEN_MAX, shareDown(appraised, share.max));
  return [
    money('startPriceFen', start, min, max),
    { ...money('startPermilleOfAppraisal', start, least, most), says: { key: 'appraisalShare', values: { min: formatYuan(least), max: formatYuan(most) } } },
  ];
}

function shareRules({ stepFen, stepPermilleOfStart }: Profile, { start, step }: Partial<Fields>): FieldRule[] {
  if (typeof start !== 'number') return [money('stepFen', step, stepFen.min, stepFen.max)];
  const min = Math.max(stepFen.min, shareUp(start, stepPermilleOfStart.min));
  const max = Math.min(stepFen.max, Math.max(1, shareDown(start, stepPermilleOfStart.max)));
  return [money('stepPermilleOfStart', step, min, max)];
}

/** The share a step is of the price, against the bounds of the step at the start price. */
function percentRules({ stepPermilleOfStart: { min, max } }: Profile, { percent }: Partial<Fields>): FieldRule[] {
  const isOutside = typeof percent === 'number' && !isBetween(Math.round(percent * 10), min, max);
  const says: RuleWords = { key: 'between', values: { min: `${String(min / 10)} %`, max: `${String(max / 10)} %` } };
  return [{ rule: 'stepPermilleOfStart', says, isOutside }];
}

/** Nothing to say of what the profile allows. */
const optionRules = ({ options }: Profile, option: Server['BiddingOption'], isAsked = false): FieldRule[] =>
  options.includes(option) ? [] : [{ rule: 'options', says: { key: 'noOption' }, isOutside: isAsked }];

const protocolRules = ({ protocols }: Profile, protocol: Fields['protocol'] = 'English'): FieldRule[] =>
  protocols.includes(protocol) ? [] : [{ rule: 'protocols', says: { key: 'noProtocol' }, isOutside: true }];

function depositRules({ depositOf, depositPermille }: Profile, { start, appraised, deposit }: Partial<Fields>): FieldRule[] {
  const whole = depositOf === 'Appraisal' ? (appraised ?? start) : start;
  if (typeof whole !== 'number') return [];
  const min = Math.max(1, shareUp(whole, depositPermille.min));
  return [money('depositPermille', deposit, min, Math.max(1, shareDown(whole, depositPermille.max)))];
}

function reserveRules({ reserves }: Profile, { start, reserve }: Partial<Fields>): FieldRule[] {
  if (reserves.includes('Public')) return [];
  const isStart = reserves.includes('EqualToStart');
  const set = typeof reserve === 'number';
  return [
    {
      rule: 'reserves',
      says: { key: isStart ? 'reserveIsStart' : 'noReserve' },
      isOutside: set && !(isStart && reserve === start),
    },
  ];
}
