const DAY = /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$/;

/** A day as people write it (`2026.1.5`, `2026年1月5日`, `20260105`) as `2026-01-05`; null when it is none. */
export function dayOf(text: string): string | null {
  const [, year = '', month = '', day = ''] = DAY.exec(text.trim()) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  return year === '' || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(written) ? null : written;
}

/** Whether it is a day as this site writes it: `2026-11-26`. */
export const isDay = (text: string): boolean => dayOf(text) === text;
