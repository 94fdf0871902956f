import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export const auctionsQuery = (status?: Server['AuctionStatus']) =>
  infiniteQueryOptions({
    queryKey: ['auctions', status ?? 'all'],
    initialPageParam: null as string | null,
    refetchInterval: 15_000,
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/auctions', {
          signal,
          params: { query: { ...(status ? { status } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });

/** Auctions that run or are announced: the home page's. */
export const currentAuctionsQuery = queryOptions({
  queryKey: ['auctions', 'current'],
  refetchInterval: 15_000,
  queryFn: async ({ signal }) => {
    const [open, announced] = await Promise.all(
      (['Open', 'Announced'] as const).map((status) =>
        answered(api.GET('/api/auctions', { signal, params: { query: { status, limit: 6 } } })),
      ),
    );
    return [...(open?.items ?? []), ...(announced?.items ?? [])];
  },
});
