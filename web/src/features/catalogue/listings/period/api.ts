import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import { everyItem } from '@/shared/api/pages.ts';
import type { Server } from '@/shared/api/types.ts';
import type { Offer } from '../api.ts';

export type Period = Server['PeriodView'];

export const periodQuery = (id: string) =>
  queryOptions({
    queryKey: ['listing-period', id],
    queryFn: ({ signal }) => answered(api.GET('/api/listings/{id}/period', { signal, params: { path: { id } } })),
  });

export const intentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['intents', id],
    queryFn: ({ signal }) => answered(api.GET('/api/listings/{id}/intents', { signal, params: { path: { id } } })),
  });

/** The rule profiles a seller may announce. */
export const announcedProfilesQuery = queryOptions({
  queryKey: ['rule-profiles'],
  staleTime: 60_000,
  queryFn: ({ signal }) => answered(api.GET('/api/rule-profiles', { signal })),
});

/** The notices of a listing: its public papers, oldest first. */
export const listingPapersQuery = (subject: string) =>
  queryOptions({
    queryKey: ['papers', { subject }],
    queryFn: ({ signal }) => answered(api.GET('/api/papers', { signal, params: { query: { subject } } })),
  });

const periods = (due: boolean, cursor: string | null, signal?: AbortSignal) =>
  answered(
    api.GET('/api/listing-periods', { ...(signal ? { signal } : {}), params: { query: { due, ...(cursor ? { cursor } : {}) } } }),
  );

export const periodsQuery = (due: boolean) =>
  infiniteQueryOptions({
    queryKey: ['listing-periods', { due }],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => periods(due, pageParam, signal),
    getNextPageParam: (page) => page.next,
  });

export const everyPeriod = (due: boolean) => everyItem((cursor) => periods(due, cursor));

export const ownIntentsQuery = infiniteQueryOptions({
  queryKey: ['intents', 'own'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    answered(api.GET('/api/intents', { signal, params: { query: pageParam ? { cursor: pageParam } : {} } })),
  getNextPageParam: (page) => page.next,
});

const at = (id: string, commandId: string) => ({ params: { path: { id }, header: writing(commandId) } });

export const choosePeriod = (id: string, body: Server['PeriodForm'], commandId: string) =>
  answered(api.PUT('/api/listings/{id}/period', { ...at(id, commandId), body }));

export const extendPeriod = (id: string, commandId: string) =>
  answered(api.POST('/api/listings/{id}/period/extend', at(id, commandId)));

export const requestChange = (id: string, body: { offer: Offer; workingDays: number; reason: string }, commandId: string) =>
  answered(api.POST('/api/listings/{id}/changes', { ...at(id, commandId), body }));

export const decideChange = (id: string, accepts: boolean, reason: string, commandId: string) =>
  answered(api.POST('/api/listings/{id}/changes/decide', { ...at(id, commandId), body: { accepts, reason } }));

export const recordContract = (id: string, body: Server['ContractForm'], commandId: string) =>
  answered(api.POST('/api/listings/{id}/contract', { ...at(id, commandId), body }));

/** Of the only interested party, or of the intent of that number where the two sides agree. */
export const failContract = (id: string, reason: string, commandId: string, intent?: number) =>
  answered(
    api.POST('/api/listings/{id}/contract/fail', { ...at(id, commandId), body: { reason, ...(intent !== undefined && { intent }) } }),
  );

export const recordDeal = (id: string, body: Server['DealRecordForm'], commandId: string) =>
  answered(api.POST('/api/listings/{id}/deals', { ...at(id, commandId), body }));

export const fileIntent = (id: string, body: Server['IntentForm'], commandId: string) =>
  answered(api.POST('/api/listings/{id}/intents', { ...at(id, commandId), body }));

export const withdrawIntent = (id: string, commandId: string) =>
  answered(api.POST('/api/listings/{id}/intents/mine/withdraw', at(id, commandId)));
