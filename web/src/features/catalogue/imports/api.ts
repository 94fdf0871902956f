import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export type Import = Server['ImportView'];
export type ImportRow = Server['ImportRowView'];

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => answered(api.GET('/api/imports/{id}', { signal, params: { path: { id } } })),
  });

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    answered(api.GET('/api/imports', { signal, params: { query: pageParam ? { cursor: pageParam } : {} } })),
  getNextPageParam: (page) => page.next,
});

export const previewImport = (file: File, commandId: string) =>
  answered(
    api.POST('/api/imports', {
      params: { header: writing(commandId) },
      body: { file: '' },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file);
        return form;
      },
    }),
  );

export const applyImport = (id: string, commandId: string) =>
  answered(api.POST('/api/imports/{id}/apply', { params: { path: { id }, header: writing(commandId) } }));
