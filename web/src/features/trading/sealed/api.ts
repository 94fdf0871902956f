import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

type Room = Pick<Server['AuctionRoom'], 'id' | 'position'>;

export type SealedBid = Server['SealedBidView'];
export type SealedReceipt = Server['SealedReceipt'];

const WHILE_OPENING_MS = 3_000;

/** The sealed bids of an auction without their envelopes. Asked again when the room tells of more. */
export const sealedBidsQuery = ({ id, position: { status, bidCount } }: Room) =>
  queryOptions({
    queryKey: ['auction', id, 'sealed-bids', status, bidCount],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answered(api.GET('/api/auctions/{id}/sealed-bids', { signal, params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'Opening' ? WHILE_OPENING_MS : false),
  });

/** The bids with their envelopes, which are asked for once, by who opens them. */
export const bidsToOpen = async (id: string): Promise<readonly SealedBid[]> =>
  (await answered(api.GET('/api/auctions/{id}/sealed-bids', { params: { path: { id }, query: { envelopes: true } } }))).items;

export const sealBid = (id: string, envelope: string, commandId: string) =>
  answered(
    api.POST('/api/auctions/{id}/sealed-bids', {
      params: { path: { id }, header: writing(commandId) },
      body: { envelope },
    }),
  );

export const releaseShare = (id: string, bidder: number, share: Server['ShareForm'], commandId: string) =>
  answered(
    api.POST('/api/auctions/{id}/sealed-bids/{bidder}/shares', {
      params: { path: { id, bidder }, header: writing(commandId) },
      body: share,
    }),
  );

export const openOwnBid = (id: string, key: string, commandId: string) =>
  answered(
    api.POST('/api/auctions/{id}/sealed-bids/own/open', {
      params: { path: { id }, header: writing(commandId) },
      body: { key },
    }),
  );
