import type { Server } from '@/shared/api/types.ts';
import { formatWan } from '@/shared/format/money.ts';
import { paths } from '@/shared/paths.ts';
import { BOUND_NAMES, BOUNDS, RANGES } from '../technology/ranges.ts';

type Question = Server['SavedQuestionView'];
type Asked = { [Name in keyof Question]?: NonNullable<Question[Name]> };

/** What is asked of the catalogue, as it is kept: without page and order. */
export const questionOf = (asked: Asked): Question => ({
  q: asked.q ?? null,
  type: asked.type ?? [],
  status: asked.status ?? [],
  priceMin: asked.priceMin ?? null,
  priceMax: asked.priceMax ?? null,
  ipc: asked.ipc ?? [],
  applicant: asked.applicant ?? null,
  holder: asked.holder ?? [],
  year: asked.year ?? [],
  mode: asked.mode ?? [],
  field: asked.field ?? [],
  route: asked.route ?? [],
  ...Object.fromEntries(BOUND_NAMES.map((name) => [name, asked[name] ?? null])),
});

/** The catalogue's address that asks a saved question. Prices stand in 万元 there, contents in per cent. */
export function addressOf(question: Question): string {
  const search = new URLSearchParams();
  if (question.q) search.set('q', question.q);
  for (const name of ['type', 'status', 'ipc', 'holder', 'year', 'mode', 'field', 'route'] as const)
    for (const value of question[name] ?? []) search.append(name, String(value));
  if (question.priceMin !== null) search.set('from', plain(formatWan(question.priceMin)));
  if (question.priceMax !== null) search.set('to', plain(formatWan(question.priceMax)));
  for (const { name, write } of RANGES)
    for (const bound of BOUNDS) {
      const value = question[`${name}${bound}`] ?? null;
      if (value !== null) search.set(`${name}${bound}`, plain(write(value)));
    }
  return `${paths.catalogue}?${search.toString()}`;
}

/** Whether it asks for anything at all. */
export const isAsking = (question: Question): boolean =>
  Object.values(question).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));

const plain = (figure: string): string => figure.replaceAll(',', '');
