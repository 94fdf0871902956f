/** Tables of made patents, as a person would bring them; application numbers of a year far ahead are nobody's. */

/** An application number with its check character (weights 2–9, modulo 11). */
export function applicationNumber(serial: number, year = 2098): string {
  const digits = `${String(year)}1${String(serial).padStart(7, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * ((at % 8) + 2), 0);
  const check = sum % 11;
  return `CN${digits}.${check === 10 ? 'X' : String(check)}`;
}

export interface MadePatent {
  number: string;
  title: string;
  applicant: string;
  priority?: string;
}

/** With the column names of the office's own search. */
export function tableOf(patents: readonly MadePatent[]): Buffer {
  const head = ['申请号', '发明名称', '申请（专利权）人', '申请日', 'IPC分类号', '优先权号'];
  const rows = patents.map(({ number, title, applicant, priority }) =>
    [number, title, applicant, '2098.03.05', 'C22B34/22', priority ?? ''].join(','),
  );
  return Buffer.from(`\ufeff${[head.join(','), ...rows].join('\r\n')}\r\n`, 'utf8');
}
