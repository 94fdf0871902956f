import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/shared/api/client.ts';

export const patentQuery = (number: string) =>
  queryOptions({
    queryKey: ['patent', number],
    queryFn: ({ signal }) => answered(api.GET('/api/patents/{number}', { signal, params: { path: { number } } })),
  });
