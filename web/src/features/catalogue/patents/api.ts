import { queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export type Patent = Server['PatentView'];

export const patentQuery = (number: string) =>
  queryOptions({
    queryKey: ['patent', number],
    queryFn: ({ signal }) => answered(api.GET('/api/patents/{number}', { signal, params: { path: { number } } })),
  });

export const recordPatent = (body: Server['PatentForm'], commandId: string) =>
  answered(api.POST('/api/patents', { params: { header: writing(commandId) }, body }));

export const recordHolders = (number: string, body: Server['HoldersForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/holders', { params: { path: { number }, header: writing(commandId) }, body }));
