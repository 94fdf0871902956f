/** Rates are whole basis points (hundredths of a per cent); nothing here goes through a floating-point number. */

const BASIS_POINTS = 100;

/** `1250` → `12.5`; without trailing zeros. */
export function formatPercent(basisPoints: number): string {
  const whole = Math.trunc(basisPoints / BASIS_POINTS);
  const rest = String(basisPoints % BASIS_POINTS).padStart(2, '0').replace(/0+$/, '');
  return rest === '' ? String(whole) : `${String(whole)}.${rest}`;
}

/** Reads `12.5` or `１２.５％` as basis points; null when it is none, finer than a basis point, or above 100 %. */
export function parsePercent(text: string): number | null {
  const folded = text
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[%％\s]/g, '');
  const match = /^(\d{1,3})(?:\.(\d*))?$/.exec(folded);
  if (!match) return null;
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  if (decimals.length > 2) return null;
  const value = Number(match[1] + decimals.padEnd(2, '0'));
  return value <= 100 * BASIS_POINTS ? value : null;
}

const SEPARATORS = /[;；,，、\s]+/;

/** Rates one after the other, `3；3.5；4`; null when one of them cannot be read. */
export function parsePercents(text: string): number[] | null {
  const rates = text.split(SEPARATORS).filter(Boolean).map(parsePercent);
  return rates.every((rate) => rate !== null) ? rates : null;
}
