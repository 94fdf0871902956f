import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import { everyItem } from '@/shared/api/pages.ts';
import type { Server } from '@/shared/api/types.ts';

export type Party = Server['PartyView'];

export const partyQuery = (id: string) =>
  queryOptions({
    queryKey: ['party', id],
    queryFn: ({ signal }) => answered(api.GET('/api/parties/{id}', { signal, params: { path: { id } } })),
  });

const parties = (status: Server['OnboardingStatus'], cursor: string | null, signal?: AbortSignal) =>
  answered(
    api.GET('/api/parties', { ...(signal ? { signal } : {}), params: { query: { status, ...(cursor ? { cursor } : {}) } } }),
  );

export const everyParty = (status: Server['OnboardingStatus']) => everyItem((cursor) => parties(status, cursor));

export const partiesQuery = (status: Server['OnboardingStatus']) =>
  infiniteQueryOptions({
    queryKey: ['parties', status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => parties(status, pageParam, signal),
    getNextPageParam: (page) => page.next,
  });

export const startParty = (body: Server['NewParty'], commandId: string) =>
  answered(api.POST('/api/parties', { params: { header: writing(commandId) }, body }));

const at = (id: string, commandId: string) => ({ params: { path: { id }, header: writing(commandId) } });

export const describeParty = (id: string, body: Server['IdentityForm'], commandId: string) =>
  answered(api.PUT('/api/parties/{id}/identity', { ...at(id, commandId), body }));

export const setContacts = (id: string, body: Server['ContactsForm'], commandId: string) =>
  answered(api.PUT('/api/parties/{id}/contacts', { ...at(id, commandId), body }));

export const setAccount = (id: string, body: Server['BankAccountForm'], commandId: string) =>
  answered(api.PUT('/api/parties/{id}/bank-account', { ...at(id, commandId), body }));

export const setInvoice = (id: string, body: Server['InvoiceForm'], commandId: string) =>
  answered(api.PUT('/api/parties/{id}/invoice-data', { ...at(id, commandId), body }));

export const declareAffiliates = (id: string, body: Server['AffiliatesForm'], commandId: string) =>
  answered(api.PUT('/api/parties/{id}/affiliates', { ...at(id, commandId), body }));

export const declareFacts = (id: string, facts: Server['FactForm'][], commandId: string) =>
  answered(api.PUT('/api/parties/{id}/facts', { ...at(id, commandId), body: { facts } }));

export const acceptAgreements = (id: string, accepted: string[], commandId: string) =>
  answered(api.PUT('/api/parties/{id}/agreements', { ...at(id, commandId), body: { accepted } }));

export const addMember = (id: string, body: Server['MemberForm'], commandId: string) =>
  answered(api.POST('/api/parties/{id}/members', { ...at(id, commandId), body }));

export const acceptMembership = (id: string, commandId: string) =>
  answered(api.POST('/api/parties/{id}/members/accept', at(id, commandId)));

export const removeMember = (id: string, user: string, commandId: string) =>
  answered(api.DELETE('/api/parties/{id}/members/{user}', { params: { path: { id, user }, header: writing(commandId) } }));

/** Without a reason: at the party's own wish. */
export const closeParty = (id: string, reason: string | null, commandId: string) =>
  answered(api.POST('/api/parties/{id}/close', { ...at(id, commandId), body: { reason } }));

export const eraseParty = (id: string, commandId: string) =>
  answered(api.POST('/api/parties/{id}/erase', at(id, commandId)));

export const passParty = (id: string, step: 'submit' | 'handle' | 'verify' | 'reinstate', commandId: string) =>
  answered(api.POST(`/api/parties/{id}/${step}`, at(id, commandId)));

export const returnParty = (id: string, items: Server['ReturnedItemView'][], commandId: string) =>
  answered(api.POST('/api/parties/{id}/return', { ...at(id, commandId), body: { items } }));

export const suspendParty = (id: string, reason: string, commandId: string) =>
  answered(api.POST('/api/parties/{id}/suspend', { ...at(id, commandId), body: { reason } }));

/** Stores a scan of a party; the answer names it by its hash. */
export const upload = (party: string, file: File, commandId: string) =>
  answered(
    api.POST('/api/documents', {
      params: { header: writing(commandId) },
      body: { file: '', party },
      bodySerializer: () => {
        const form = new FormData();
        form.append('party', party);
        form.append('file', file);
        return form;
      },
    }),
  );
