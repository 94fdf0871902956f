import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { answered, api } from '@/shared/api/client.ts';
import { everyItem } from '@/shared/api/pages.ts';
import type { Server } from '@/shared/api/types.ts';
import type { Sheet } from '@/shared/ui/export-button.tsx';
import { paperKind } from './paper-kind.ts';

export const paperQuery = (number: string, hash: string | null) =>
  queryOptions({
    queryKey: ['paper', number, hash],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/papers/{number}', { signal, params: { path: { number }, query: hash ? { h: hash } : {} } })),
  });

const papers = (mine: boolean, cursor: string | null, signal?: AbortSignal) =>
  answered(
    api.GET('/api/papers', { ...(signal ? { signal } : {}), params: { query: { ...(mine ? { mine } : {}), ...(cursor ? { cursor } : {}) } } }),
  );

/** Newest first: those the parties hold for which this person acts, or all he may see: every one for the centre's desks. */
export const papersQuery = (mine: boolean) =>
  infiniteQueryOptions({
    queryKey: ['papers', { mine }],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => papers(mine, pageParam, signal),
    getNextPageParam: (page) => page.next,
  });

export const everyPaper = (mine: boolean) => everyItem((cursor) => papers(mine, cursor));

export const sheetOfPapers = (t: TFunction, items: readonly Server['PaperListItem'][]): Sheet => ({
  head: [t('trading.papers.number'), t('trading.papers.kind'), t('kernel.column.title'), t('trading.papers.about'), t('trading.papers.date'), t('kernel.column.status')],
  rows: items.map((paper) => [
    paper.display,
    paperKind(t, paper),
    paper.title,
    paper.about,
    paper.date,
    t(paper.stands ? 'trading.papers.stands' : 'trading.papers.void'),
  ]),
});
