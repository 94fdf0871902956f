/** Amounts are whole fen. Nothing here divides, multiplies or parses through a floating-point yuan. */

const FEN_PER_YUAN = 100;
export const FEN_PER_WAN = 1_000_000;

/** The largest amount the market takes: ¥10 billion. */
export const AMOUNT_FEN_MAX = 1_000_000_000_000;

/** `12500050` → `125,000.50`; whole yuan show no decimals. */
export function formatFen(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  const yuan = Math.trunc(absolute / FEN_PER_YUAN);
  const rest = absolute % FEN_PER_YUAN;
  const grouped = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + grouped + (rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`);
}

/** `12500050` → `125000.50`, as a spreadsheet reads it. */
export function plainYuan(fen: number): string {
  const absolute = Math.abs(fen);
  const rest = String(absolute % FEN_PER_YUAN).padStart(2, '0');
  return `${fen < 0 ? '-' : ''}${String(Math.trunc(absolute / FEN_PER_YUAN))}.${rest}`;
}

/** With the sign of the currency: `¥125,000`. */
export const formatYuan = (fen: number): string => (fen < 0 ? `-¥${formatFen(-fen)}` : `¥${formatFen(fen)}`);

/** `12500000` → `12.5` (万元), without trailing zeros and without rounding. */
export function formatWan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  const wan = Math.trunc(absolute / FEN_PER_WAN);
  const rest = String(absolute % FEN_PER_WAN).padStart(6, '0').replace(/0+$/, '');
  const grouped = String(wan).replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + grouped + (rest === '' ? '' : `.${rest}`);
}

export type MoneyUnit = 'yuan' | 'wan';

const DIGITS: Record<MoneyUnit, number> = { yuan: 2, wan: 6 };

/**
 * Reads what a person typed (full-width digits and thousands separators allowed) as fen.
 * Null when it is no amount, has more decimals than a fen carries, or lies beyond the market's limit.
 */
export function parseFen(text: string, unit: MoneyUnit): number | null {
  const folded = text
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[,，\s¥￥]/g, '');
  const match = /^(\d{1,12})(?:\.(\d*))?$/.exec(folded);
  if (!match) return null;
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  if (decimals.length > DIGITS[unit]) return null;
  const fen = Number(match[1] + decimals.padEnd(DIGITS[unit], '0'));
  return fen <= AMOUNT_FEN_MAX ? fen : null;
}
