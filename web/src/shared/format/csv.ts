export type Cell = string | number | null | undefined;

/** A cell a spreadsheet would run as a formula is kept as text. */
const FORMULA = /^[=+\-@\t\r]/;

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Spreadsheets round numbers of more than 15 digits: account numbers are told apart by a tab in front. */
const LONG_DIGITS = /^\d{12,}$/;

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  if (LONG_DIGITS.test(text)) return `"\t${text}"`;
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as RFC 4180 has them, with the mark that lets spreadsheets read Chinese. */
export const toCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;
