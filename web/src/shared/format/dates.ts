/** Instants are UTC on the wire and Beijing time on every screen. */
const ZONE = 'Asia/Shanghai';

function parts(instant: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
}

const asDate = (instant: string | number | Date): Date => (instant instanceof Date ? instant : new Date(instant));

/** `2026-11-23`. */
export function formatDate(instant: string | number | Date): string {
  const p = parts(asDate(instant));
  return `${p.year}-${p.month}-${p.day}`;
}

/** `2026-11-23 17:05`. */
export function formatMinute(instant: string | number | Date): string {
  const p = parts(asDate(instant));
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`;
}

/** `17:05:09`. */
export function formatClock(instant: string | number | Date): string {
  const p = parts(asDate(instant));
  return `${p.hour}:${p.minute}:${p.second}`;
}

/** `2026-11-23 17:05:09`. */
export const formatSecond = (instant: string | number | Date): string =>
  `${formatDate(instant)} ${formatClock(instant)}`;

/** `2026-11-23T17:05` as a `datetime-local` field wants it, in Beijing time. */
export const toLocalField = (instant: string | number | Date): string => formatMinute(instant).replace(' ', 'T');

/** What a `datetime-local` field holds, read as Beijing time: an ISO instant in UTC. Null when incomplete. */
export function fromLocalField(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null;
  const at = new Date(`${text}+08:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
