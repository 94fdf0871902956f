import type { Refused } from '@/shared/api/problems.ts';
import type { Server } from '@/shared/api/types.ts';
import { linesOf } from '@/shared/ui/act-button.tsx';

type Form = Server['PatentForm'];

/** What the form holds: names one a line, days as the browser's date field gives them. */
export interface Fields {
  number: string;
  titleZh?: string;
  titleEn?: string;
  abstractZh?: string;
  abstractEn?: string;
  applicants?: string;
  inventors?: string;
  ipc?: string;
  filingDate?: string;
  publications?: { number: string; date?: string }[];
  legalStatus?: string;
  seenOn?: string;
  source: string;
}

const orNull = (text: string | undefined): string | null => text?.trim() || null;
const lines = (text: string | undefined): string[] => linesOf(text ?? '');

export const formOf = (fields: Fields): Form => {
  const status = orNull(fields.legalStatus);
  return {
    number: fields.number.trim(),
    titleZh: orNull(fields.titleZh),
    titleEn: orNull(fields.titleEn),
    abstractZh: orNull(fields.abstractZh),
    abstractEn: orNull(fields.abstractEn),
    applicants: lines(fields.applicants),
    inventors: lines(fields.inventors),
    ipc: lines(fields.ipc),
    filingDate: orNull(fields.filingDate),
    publications: (fields.publications ?? []).map(({ number, date }) => ({ number: number.trim(), date: orNull(date) })),
    legalStatus: status === null ? null : { text: status, seenOn: orNull(fields.seenOn) },
    source: fields.source.trim(),
  };
};

export type Place = keyof Fields | ['publications', number, 'number'];

const PLACES = new Set(['titleZh', 'titleEn', 'abstractZh', 'abstractEn', 'applicants', 'inventors', 'ipc', 'legalStatus', 'source']);

/** The field a refusal speaks of; null when it is about the patent as a whole. */
export function placeOf({ problem }: Refused, { number, publications }: Form): Place | null {
  const { field, number: spelled } = problem?.figures ?? {};
  if (typeof field === 'string' && PLACES.has(field)) return field as Place;
  if (typeof spelled !== 'string') return null;
  const at = publications.findIndex((publication) => publication.number === spelled);
  if (at >= 0 && number !== spelled) return ['publications', at, 'number'];
  return number.includes(spelled) || problem?.status === 400 ? 'number' : null;
}
