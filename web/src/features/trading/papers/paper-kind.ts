import type { TFunction } from 'i18next';

const KINDS = ['NOTICE', 'QUALIFICATION', 'RECEIPT', 'SALE', 'RECORD', 'LISTING'] as const;

/** What a paper is, in the reader's language: its series tells. A kind this page does not know keeps its 中文 name. */
export function paperKind(t: TFunction, { number, kind }: { number: string; kind: string }): string {
  const series = KINDS.find((name) => number.startsWith(`${name}-`));
  return series ? t(`trading.papers.kinds.${series}`) : kind;
}
