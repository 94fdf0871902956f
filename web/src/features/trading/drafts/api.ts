import { queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export type Terms = Server['AuctionTerms'];

export const profilesQuery = queryOptions({
  queryKey: ['rule-profiles'],
  staleTime: 60_000,
  queryFn: ({ signal }) => answered(api.GET('/api/rule-profiles', { signal })),
});

export const proposeAuction = (listing: string, terms: Terms, commandId: string) =>
  answered(api.POST('/api/auctions', { params: { header: writing(commandId) }, body: { listing, terms } }));

/** Another proposal in place of the last one, until it is announced. */
export const proposeAgain = (id: string, terms: Terms, commandId: string) =>
  answered(api.POST('/api/auctions/{id}/propose', { params: { path: { id }, header: writing(commandId) }, body: { terms } }));

export const draftAuction = (id: string, profile: string, terms: Terms, commandId: string) =>
  answered(
    api.POST('/api/auctions/{id}/draft', { params: { path: { id }, header: writing(commandId) }, body: { profile, terms } }),
  );

export const publishAuction = (id: string, commandId: string) =>
  answered(api.POST('/api/auctions/{id}/publish', { params: { path: { id }, header: writing(commandId) } }));
