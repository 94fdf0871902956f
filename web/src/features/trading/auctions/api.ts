import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/shared/api/client.ts';
import { everyItem } from '@/shared/api/pages.ts';
import type { Server } from '@/shared/api/types.ts';

const auctions = (status: Server['AuctionStatus'] | undefined, cursor: string | null, signal?: AbortSignal) =>
  answered(
    api.GET('/api/auctions', {
      ...(signal ? { signal } : {}),
      params: { query: { ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) } },
    }),
  );

export const everyAuction = (status?: Server['AuctionStatus']) => everyItem((cursor) => auctions(status, cursor));

export const auctionsQuery = (status?: Server['AuctionStatus']) =>
  infiniteQueryOptions({
    queryKey: ['auctions', status ?? 'all'],
    initialPageParam: null as string | null,
    refetchInterval: 15_000,
    queryFn: ({ pageParam, signal }) => auctions(status, pageParam, signal),
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
