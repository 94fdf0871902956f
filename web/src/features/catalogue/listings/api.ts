import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import { everyItem } from '@/shared/api/pages.ts';
import type { Server } from '@/shared/api/types.ts';

export type Listing = Server['ListingView'];
export type Offer = Server['ListingOffer'];

export const listingQuery = (id: string) =>
  queryOptions({
    queryKey: ['listing', id],
    queryFn: ({ signal }) => answered(api.GET('/api/listings/{id}', { signal, params: { path: { id } } })),
  });

interface Filter {
  status?: Server['ListingState'];
  mine?: boolean;
}

const listings = (filter: Filter, cursor: string | null, signal?: AbortSignal) =>
  answered(
    api.GET('/api/listings', {
      ...(signal ? { signal } : {}),
      params: { query: { ...filter, ...(cursor ? { cursor } : {}) } },
    }),
  );

export const listingsQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['listings', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => listings(filter, pageParam, signal),
    getNextPageParam: (page) => page.next,
  });

export const everyListing = (filter: Filter) => everyItem((cursor) => listings(filter, cursor));

export const draftListing = (patent: string, offer: Offer, commandId: string) =>
  answered(api.POST('/api/listings', { params: { header: writing(commandId) }, body: { patent, offer } }));

const at = (id: string, commandId: string, version?: number) => ({
  params: { path: { id }, header: writing(commandId, version) },
});

export const reviseListing = ({ id, version }: Listing, offer: Offer, commandId: string) =>
  answered(api.PUT('/api/listings/{id}', { ...at(id, commandId, version), body: offer }));

export const addPatent = (id: string, patent: string, commandId: string) =>
  answered(api.POST('/api/listings/{id}/patents', { ...at(id, commandId), body: { patent } }));

export const removePatent = (id: string, patent: string, commandId: string) =>
  answered(api.DELETE('/api/listings/{id}/patents/{patent}', { params: { path: { id, patent }, header: writing(commandId) } }));

export const submitListing = (id: string, coHolders: string[], commandId: string) =>
  answered(api.POST('/api/listings/{id}/submit', { ...at(id, commandId), body: { coHolders } }));

export const passListing = (id: string, step: 'handle' | 'publish', commandId: string) =>
  answered(api.POST(`/api/listings/{id}/${step}`, at(id, commandId)));

export const returnListing = (id: string, reasons: string[], commandId: string) =>
  answered(api.POST('/api/listings/{id}/return', { ...at(id, commandId), body: { reasons } }));

export const resumeListing = (id: string, reason: string, commandId: string) =>
  answered(api.POST('/api/listings/{id}/resume', { ...at(id, commandId), body: { reason } }));

export const withdrawListing = (id: string, reason: string, commandId: string) =>
  answered(api.POST('/api/listings/{id}/withdraw', { ...at(id, commandId), body: { reason } }));
