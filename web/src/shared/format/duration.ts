export interface Remaining {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
  /** Tenths of the last ten seconds; null before. */
  tenths: number | null;
}

/** Splits what is left; the last ten seconds carry tenths. Never negative. */
export function remaining(ms: number): Remaining {
  const left = Math.max(0, ms);
  const seconds = Math.trunc(left / 1000);
  return {
    days: Math.trunc(seconds / 86_400),
    hours: Math.trunc(seconds / 3600) % 24,
    minutes: Math.trunc(seconds / 60) % 60,
    seconds: seconds % 60,
    tenths: left < 10_000 ? Math.trunc(left / 100) % 10 : null,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `01:05:09`, `05:09`, or `9.3` in the last ten seconds; days are the caller's, since they need a word. */
export function formatRemaining(left: Remaining): string {
  if (left.tenths !== null) return `${left.seconds}.${left.tenths}`;
  const tail = `${two(left.minutes)}:${two(left.seconds)}`;
  return left.hours > 0 || left.days > 0 ? `${two(left.hours)}:${tail}` : tail;
}
