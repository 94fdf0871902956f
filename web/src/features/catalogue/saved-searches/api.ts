import { queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export const savedSearchesQuery = queryOptions({
  queryKey: ['saved-searches'],
  queryFn: ({ signal }) => answered(api.GET('/api/saved-searches', { signal })),
});

export const saveSearch = (body: Server['SaveSearchForm'], commandId: string) =>
  answered(api.POST('/api/saved-searches', { params: { header: writing(commandId) }, body }));

export type Change = Server['ChangeSavedSearchForm'] & { number: number };

export const changeSavedSearch = ({ number, ...body }: Change, commandId: string) =>
  answered(
    api.PUT('/api/saved-searches/{search}', { params: { path: { search: number }, header: writing(commandId) }, body }),
  );

export const deleteSavedSearch = (number: number, commandId: string) =>
  answered(
    api.DELETE('/api/saved-searches/{search}', { params: { path: { search: number }, header: writing(commandId) } }),
  );
