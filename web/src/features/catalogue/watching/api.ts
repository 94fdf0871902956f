import { infiniteQueryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices', 'all'],
  initialPageParam: null as string | null,
  getNextPageParam: (page: { next: string | null }) => page.next,
  queryFn: ({ signal, pageParam }) =>
    answered(api.GET('/api/notices', { signal, params: { query: pageParam === null ? {} : { cursor: pageParam } } })),
});

const params = (number: string, commandId: string) => ({ params: { path: { number }, header: writing(commandId) } });

export const watchPatent = (number: string, commandId: string) =>
  answered(api.POST('/api/patents/{number}/watch', params(number, commandId)));

export const unwatchPatent = (number: string, commandId: string) =>
  answered(api.DELETE('/api/patents/{number}/watch', params(number, commandId)));

export const readNotices = (upTo: number, commandId: string) =>
  answered(api.POST('/api/notices/read', { params: { header: writing(commandId) }, body: { upTo } }));
