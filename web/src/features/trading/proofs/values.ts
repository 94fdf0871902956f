/** Whatever a record's public part holds; every member is looked at before it is believed. */
export type Part = Readonly<Record<string, unknown>>;

/** A field and why; undefined: the record follows from those before. */
export interface Breach {
  readonly field: string;
  readonly line?: number;
}

export const breach = (field: string): Breach => ({ field });

/** Microseconds since 1970 of an instant as the journal writes it; NaN for anything else. */
export function instant(value: unknown): number {
  const match = typeof value === 'string' ? /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/.exec(value) : null;
  return match ? Date.parse(`${match[1] ?? ''}Z`) * 1_000 + Number((match[2] ?? '').padEnd(6, '0')) : Number.NaN;
}

export function fen(value: unknown): number {
  const money = part(value);
  return money['currency'] === 'CNY' && Number.isSafeInteger(money['fen']) ? (money['fen'] as number) : Number.NaN;
}

export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

export const whole = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : Number.NaN);

export const part = (value: unknown): Part => (typeof value === 'object' && value !== null ? (value as Part) : {});

/** A record's part as read; undefined where it is no object. */
export function parsed(text: string | undefined): Part | undefined {
  if (text === undefined) return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Part) : undefined;
  } catch {
    return undefined;
  }
}
