import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export type Import = Server['ImportView'];
export type ImportRow = Server['ImportRowView'];
export type Verdict = ImportRow['verdict'];

/** Whether rows are being worked on: the import changes by itself. */
export const isBusy = ({ status }: Pick<Import, 'status'>) =>
  status === 'Comparing' || status === 'Confirmed' || status === 'Undoing';

const ASK_AGAIN_MS = 1_000;

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => answered(api.GET('/api/imports/{id}', { signal, params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? ASK_AGAIN_MS : false),
  });

/** The rows of an import as it stands at this version. */
export const importRowsQuery = ({ id, version }: Import, verdict: Verdict | null) =>
  infiniteQueryOptions({
    queryKey: ['import', id, 'rows', verdict, version],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/imports/{id}/rows', {
          signal,
          params: { path: { id }, query: { ...(verdict && { verdict }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    answered(api.GET('/api/imports', { signal, params: { query: pageParam ? { cursor: pageParam } : {} } })),
  getNextPageParam: (page) => page.next,
  refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isBusy)) ? ASK_AGAIN_MS : false),
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

export const undoImport = (id: string, commandId: string) =>
  answered(api.POST('/api/imports/{id}/undo', { params: { path: { id }, header: writing(commandId) } }));

export type TemplateKind = NonNullable<Server['ImportTemplateKind']>;

/** The workbook to fill in, in the language of the page. */
export const importTemplate = (kind: TemplateKind) =>
  answered(api.GET('/api/imports/template', { parseAs: 'blob', params: { query: { kind } } }));
