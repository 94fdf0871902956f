import { formatMinute, fromLocalField } from '@/shared/format/dates.ts';
import { isDay } from '@/shared/format/days.ts';
import { type FieldRule, isBetween, type Profile } from './profile-rules.ts';
import type { Fields } from './terms-fields.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

export function noticeRules({ notice }: Profile, start: number, opens: Date | null, now: Date): FieldRule[] {
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
export function hoursRules({ hours }: Profile, at: Date | null): FieldRule[] {
  if (!hours) return [];
  const [from, to] = [hours.from.slice(0, 5), hours.to.slice(0, 5)];
  const time = at === null ? from : formatMinute(at).slice(-5);
  return [{ rule: 'hours', says: { key: 'hours', values: { from, to } }, isOutside: time < from || time > to }];
}

export function durationRules({ durationSeconds: { min, max } }: Profile, opens: Date | null, closes: Date | null): FieldRule[] {
  const seconds = opens && closes ? (closes.getTime() - opens.getTime()) / 1_000 : null;
  return [
    {
      rule: 'durationSeconds',
      says: { key: 'seconds', values: { min, max } },
      isOutside: seconds !== null && !isBetween(seconds, min, max),
    },
  ];
}

export function viewingRules({ viewingDays }: Profile, { viewingFrom = '', viewingUntil = '' }: Partial<Fields>): FieldRule[] {
  if (viewingDays === 0) return [];
  const isWhole = isDay(viewingFrom) && isDay(viewingUntil);
  const days = isWhole ? (Date.parse(viewingUntil) - Date.parse(viewingFrom)) / DAY + 1 : 0;
  return [{ rule: 'viewingDays', says: { key: 'viewing', values: { days: viewingDays } }, isOutside: days < viewingDays }];
}

export const instant = (text: string | undefined): Date | null => {
  const at = fromLocalField(text ?? '');
  return at === null ? null : new Date(at);
};
