import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/shared/api/client.ts';
import type { paths } from '@/shared/api/schema';

export type CatalogueQuery = NonNullable<paths['/api/catalogue']['get']['parameters']['query']>;

export const catalogueQuery = (query: CatalogueQuery) =>
  infiniteQueryOptions({
    queryKey: ['catalogue', query],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/catalogue', { signal, params: { query: pageParam ? { ...query, cursor: pageParam } : query } }),
      ),
    getNextPageParam: (page) => page.next,
  });

/** What was put up for sale last; the home page's. */
export const newestQuery = queryOptions({
  queryKey: ['catalogue', 'newest'],
  queryFn: ({ signal }) =>
    answered(api.GET('/api/catalogue', { signal, params: { query: { status: ['ForSale'], sort: 'Newest', limit: 6 } } })),
});

/** What may be meant by a beginning. */
export const suggestQuery = (q: string) =>
  queryOptions({
    queryKey: ['suggest', q],
    queryFn: ({ signal }) => answered(api.GET('/api/catalogue/suggest', { signal, params: { query: { q } } })),
    staleTime: 60_000,
  });

/** Codes of the trade with what they are about. */
export const ipcTitlesQuery = queryOptions({
  queryKey: ['ipc'],
  queryFn: ({ signal }) => answered(api.GET('/api/catalogue/ipc', { signal })),
  staleTime: Infinity,
});
