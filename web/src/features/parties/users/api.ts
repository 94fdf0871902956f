import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export type Account = Server['UserResource'];

export const usersQuery = infiniteQueryOptions({
  queryKey: ['users'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    answered(api.GET('/api/users', { signal, params: { query: pageParam ? { cursor: pageParam } : {} } })),
  getNextPageParam: (page) => page.next,
});

export const routesQuery = queryOptions({
  queryKey: ['approval-routes'],
  queryFn: ({ signal }) => answered(api.GET('/api/approval-routes', { signal })),
});

export const invite = (body: Server['InviteRequest'], commandId: string) =>
  answered(api.POST('/api/users', { params: { header: writing(commandId) }, body }));

const at = (id: string, commandId: string) => ({ params: { path: { id }, header: writing(commandId) } });

export const changeRole = (id: string, act: 'grant' | 'revoke', role: Server['CentreRole'], commandId: string) =>
  answered(api.POST(`/api/users/{id}/${act}`, { ...at(id, commandId), body: { role } }));

export const disableUser = (id: string, commandId: string) =>
  answered(api.POST('/api/users/{id}/disable', at(id, commandId)));

/** For an account without a password: the address that was handed over before is worthless then. */
export const inviteAgain = (id: string, commandId: string) =>
  answered(api.POST('/api/users/{id}/invite', at(id, commandId)));

export const setRoute = (kind: Server['DocumentKind'], steps: Server['CentreRole'][], commandId: string) =>
  answered(
    api.PUT('/api/approval-routes/{kind}', { params: { path: { kind }, header: writing(commandId) }, body: { steps } }),
  );

export const appointDeputy = (body: Server['DeputyForm'], commandId: string) =>
  answered(api.POST('/api/approval-routes/deputies', { params: { header: writing(commandId) }, body }));

export const endDeputyship = (id: string, commandId: string) =>
  answered(api.DELETE('/api/approval-routes/deputies/{id}', at(id, commandId)));

export const setPassword = (body: Server['SetPasswordRequest']) =>
  answered(api.POST('/api/identity/set-password', { body }));
