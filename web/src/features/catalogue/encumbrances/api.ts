import { queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export type Encumbrance = Server['EncumbranceView'];
export type Mode = Server['ListingMode'];

export const MODES = [
  'Sale',
  'ExclusiveLicence',
  'SoleLicence',
  'OrdinaryLicence',
  'OpenLicence',
  'EquityContribution',
  'PledgeRealisation',
] as const satisfies readonly Mode[];

/** What may be done with a patent; for the party acting when `mine`. */
export const modesQuery = (number: string, mine: boolean) =>
  queryOptions({
    queryKey: ['patent', number, 'modes', mine],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/patents/{number}/modes', { signal, params: { path: { number }, query: mine ? { mine } : {} } })),
  });

export const encumbrancesQuery = (number: string) =>
  queryOptions({
    queryKey: ['patent', number, 'encumbrances'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/patents/{number}/encumbrances', { signal, params: { path: { number } } })),
  });

const at = (number: string, commandId: string) => ({ params: { path: { number }, header: writing(commandId) } });

const of = (number: string, item: number, commandId: string) => ({
  params: { path: { number, item }, header: writing(commandId) },
});

export const recordEncumbrance = (number: string, body: Server['EncumbranceForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/encumbrances', { ...at(number, commandId), body }));

export const renewEncumbrance = (number: string, item: number, body: Server['RenewalForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/encumbrances/{item}/renew', { ...of(number, item, commandId), body }));

export const endEncumbrance = (number: string, item: number, body: Server['EndingForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/encumbrances/{item}/end', { ...of(number, item, commandId), body }));

export const recordConsent = (number: string, body: Server['ConsentForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/consents', { ...at(number, commandId), body }));

export const withdrawConsent = (number: string, item: number, body: Server['ConsentWithdrawalForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/consents/{item}/withdraw', { ...of(number, item, commandId), body }));
