import { formatPercent, parsePercent } from '@/shared/format/percent.ts';

interface Range {
  /** Its name in the page's address and, with Min and Max, in the server's query. */
  name: 'tio2' | 'v2o5' | 'slag' | 'capacity' | 'trl';
  label: 'titaniumDioxide' | 'vanadiumPentoxide' | 'slagGrade' | 'capacityTonnes' | 'maturity';
  read: (text: string) => number | null;
  /** As it is read again. */
  write: (value: number) => string;
}

const CAPACITY_TONNES_MAX = 100_000_000;
const MATURITY_MAX = 9;

const whole = (max: number) => (text: string): number | null => {
  const digits = text.replace(/[,，\s]/g, '');
  if (!/^\d{1,9}$/.test(digits)) return null;
  return Number(digits) <= max ? Number(digits) : null;
};

const grouped = (value: number): string => value.toLocaleString('en');

/** Figures that are searched between two bounds; contents are typed in per cent. */
export const RANGES: readonly Range[] = [
  { name: 'tio2', label: 'titaniumDioxide', read: parsePercent, write: formatPercent },
  { name: 'v2o5', label: 'vanadiumPentoxide', read: parsePercent, write: formatPercent },
  { name: 'slag', label: 'slagGrade', read: parsePercent, write: formatPercent },
  { name: 'capacity', label: 'capacityTonnes', read: whole(CAPACITY_TONNES_MAX), write: grouped },
  { name: 'trl', label: 'maturity', read: whole(MATURITY_MAX), write: String },
];

type Bound = 'Min' | 'Max';
export const BOUNDS = ['Min', 'Max'] as const satisfies readonly Bound[];
export const BOUND_NAMES = RANGES.flatMap(({ name }) => BOUNDS.map((bound) => `${name}${bound}` as const));

/** The bounds that stand in the page's address, as people type them; what cannot be read is left out. */
export function readRanges(search: URLSearchParams): Partial<Record<`${Range['name']}${Bound}`, number>> {
  const found: Partial<Record<`${Range['name']}${Bound}`, number>> = {};
  for (const { name, read } of RANGES)
    for (const bound of BOUNDS) {
      const value = read(search.get(`${name}${bound}`) ?? '');
      if (value !== null) found[`${name}${bound}`] = value;
    }
  return found;
}
