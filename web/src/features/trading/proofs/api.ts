import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/shared/api/client.ts';

/** The keys the market publishes; a file's own are compared with them. */
export const publishedKeys = () =>
  queryOptions({
    queryKey: ['keys'],
    queryFn: ({ signal }) => answered(api.GET('/api/keys', { signal })),
    retry: false,
  });
