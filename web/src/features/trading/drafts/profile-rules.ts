import type { Server } from '@/shared/api/types.ts';
import { formatMinute, fromLocalField } from '@/shared/format/dates.ts';
import { isDay } from '@/shared/format/days.ts';
import { AMOUNT_FEN_MAX, formatYuan } from '@/shared/format/money.ts';
import type { Fields } from './terms-fields.ts';

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
  | { key: 'noOption' | 'noReserve' | 'reserveIsStart' | 'appraisal' };

export type FieldRules = Partial<Record<keyof Fields, FieldRule[]>>;

const MINUTE = 60_000;
const DAY = 86_400_000;

const shareDown = (fen: number, permille: number): number => Number((BigInt(fen) * BigInt(permille)) / 1000n);
const shareUp = (fen: number, permille: number): number => Number((BigInt(fen) * BigInt(permille) + 999n) / 1000n);

const isBetween = (value: number, min: number, max: number): boolean => value >= min && value <= max;

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
  const closes = instant(fields.closesAt);
  return {
    start: startRules(profile, fields),
    protocol: protocolRules(profile, fields.protocol),
    stepKind: optionRules(profile, 'StepTable', fields.stepKind !== undefined && fields.stepKind !== 'Fixed'),
    step: shareRules(profile, fields),
    percent: percentRules(profile, fields),
    takesProxies: optionRules(profile, 'ProxyBids', fields.takesProxies),
    hasPreemption: optionRules(profile, 'RankedPreemption', fields.hasPreemption),
    deposit: depositRules(profile, fields),
    reserve: reserveRules(profile, fields),
    softClose: [
      {
        rule: 'softCloseSeconds',
        says: { key: 'seconds', values: profile.softCloseSeconds },
        isOutside:
          typeof fields.softClose === 'number'
          && !isBetween(fields.softClose, profile.softCloseSeconds.min, profile.softCloseSeconds.max),
      },
    ],
    opensAt: [...noticeRules(profile, fields.start ?? 0, opens, now), ...hoursRules(profile, opens)],
    closesAt: [...durationRules(profile, opens, closes), ...hoursRules(profile, closes)],
    appraised: profile.startPermilleOfAppraisal
      ? [{ rule: 'startPermilleOfAppraisal', says: { key: 'appraisal' }, isOutside: fields.appraised === null }]
      : [],
    viewingFrom: viewingRules(profile, fields),
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
  protocols.includes(protocol) ? [] : [{ rule: 'protocols', says: { key: 'noOption' }, isOutside: true }];

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

function noticeRules({ notice }: Profile, start: number, opens: Date | null, now: Date): FieldRule[] {
  const tier = notice.filter((one) => one.days > 0 && one.fromFen <= start).at(-1);
  if (!tier) return [];
  const left = tier.countsFirstDay ? tier.days - 1 : tier.days;
  if (tier.count === 'Working') {
    // So many days at the very least; which of them are worked the server knows.
    const least = new Date(now.getTime() + left * DAY);
    const isTooSoon = opens !== null && opens < least;
    return [{ rule: 'notice', says: { key: 'noticeWorking', values: { days: tier.days } }, isOutside: isTooSoon }];
  }
  const earliest = new Date(now.getTime() + left * DAY);
  return [
    {
      rule: 'notice',
      says: { key: 'notice', values: { days: tier.days, earliest: formatMinute(new Date(earliest.getTime() + MINUTE)) } },
      isOutside: opens !== null && opens < earliest,
    },
  ];
}

/** A weekend day may be worked instead of another, a weekday be a holiday: only the time of day is judged here. */
function hoursRules({ hours }: Profile, at: Date | null): FieldRule[] {
  if (!hours) return [];
  const [from, to] = [hours.from.slice(0, 5), hours.to.slice(0, 5)];
  const time = at === null ? from : formatMinute(at).slice(-5);
  return [{ rule: 'hours', says: { key: 'hours', values: { from, to } }, isOutside: time < from || time > to }];
}

function durationRules({ durationSeconds: { min, max } }: Profile, opens: Date | null, closes: Date | null): FieldRule[] {
  const seconds = opens && closes ? (closes.getTime() - opens.getTime()) / 1_000 : null;
  return [
    {
      rule: 'durationSeconds',
      says: { key: 'seconds', values: { min, max } },
      isOutside: seconds !== null && !isBetween(seconds, min, max),
    },
  ];
}

function viewingRules({ viewingDays }: Profile, { viewingFrom = '', viewingUntil = '' }: Partial<Fields>): FieldRule[] {
  if (viewingDays === 0) return [];
  const isWhole = isDay(viewingFrom) && isDay(viewingUntil);
  const days = isWhole ? (Date.parse(viewingUntil) - Date.parse(viewingFrom)) / DAY + 1 : 0;
  return [{ rule: 'viewingDays', says: { key: 'viewing', values: { days: viewingDays } }, isOutside: days < viewingDays }];
}

const instant = (text: string | undefined): Date | null => {
  const at = fromLocalField(text ?? '');
  return at === null ? null : new Date(at);
};
