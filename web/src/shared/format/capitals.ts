const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

function group(value: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.trunc(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? '零' : '') + DIGITS.charAt(digit) + (PLACES[place] ?? '');
    gap = false;
  }
  return text;
}

/**
 * An amount in the capitals of cheques and contracts (大写金额): `105000` fen → `壹仟零伍拾元整`.
 * Bounds: 0 to ¥10 billion; the form is that of 《支付结算办法》's annex on filling in bills.
 */
export function capitals(fen: number): string {
  const yuan = Math.trunc(fen / 100);
  const jiao = Math.trunc(fen / 10) % 10;
  const rest = fen % 10;
  let whole = '';
  let gap = false;
  for (let index = 3; index >= 0; index--) {
    const value = Math.trunc(yuan / 10_000 ** index) % 10_000;
    if (value === 0) {
      gap = whole !== '';
      continue;
    }
    if (whole !== '' && (gap || value < 1000)) whole += '零';
    whole += group(value) + (GROUPS[index] ?? '');
    gap = false;
  }
  if (yuan === 0 && jiao === 0 && rest === 0) return '零元整';
  const head = yuan === 0 ? '' : `${whole}元`;
  if (jiao === 0 && rest === 0) return `${head}整`;
  const tens = jiao === 0 ? (yuan === 0 ? '' : '零') : `${DIGITS.charAt(jiao)}角`;
  return rest === 0 ? `${head}${tens}整` : `${head}${tens}${DIGITS.charAt(rest)}分`;
}
