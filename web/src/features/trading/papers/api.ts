import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/shared/api/client.ts';

export const paperQuery = (number: string, hash: string | null) =>
  queryOptions({
    queryKey: ['paper', number, hash],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/papers/{number}', { signal, params: { path: { number }, query: hash ? { h: hash } : {} } })),
  });
