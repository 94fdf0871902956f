import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/shared/api/client.ts';

export const profileQuery = (code: string, version: number) =>
  queryOptions({
    queryKey: ['rule-profiles', code, version],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      answered(api.GET('/api/rule-profiles/{code}/versions/{version}', { signal, params: { path: { code, version } } })),
  });

export const differencesQuery = (code: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['rule-profiles', code, 'differences', from, to],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      answered(api.GET('/api/rule-profiles/{code}/differences', { signal, params: { path: { code }, query: { from, to } } })),
  });
