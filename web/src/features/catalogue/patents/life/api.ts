import { queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export type Life = Server['LifeView'];

export const lifeQuery = (number: string) =>
  queryOptions({
    queryKey: ['patent', number, 'life'],
    queryFn: ({ signal }) => answered(api.GET('/api/patents/{number}/life', { signal, params: { path: { number } } })),
  });

/** The table of codes never changes while the page is open. */
export const legalCodesQuery = queryOptions({
  queryKey: ['legal-codes'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => answered(api.GET('/api/legal-codes')),
});

const params = (number: string, commandId: string) => ({ params: { path: { number }, header: writing(commandId) } });

export const recordLegalEvent = (number: string, body: Server['LegalEventForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/legal-events', { ...params(number, commandId), body }));

export const recordFeePayment = (number: string, body: Server['FeePaymentForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/fee-payments', { ...params(number, commandId), body }));

export const recordFeeReduction = (number: string, body: Server['FeeReductionForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/fee-reductions', { ...params(number, commandId), body }));

export const recordLapseNotice = (number: string, body: Server['LapseNoticeForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/lapse-notices', { ...params(number, commandId), body }));

export const recordOwnership = (number: string, body: Server['OwnershipForm'], commandId: string) =>
  answered(api.POST('/api/patents/{number}/ownership', { ...params(number, commandId), body }));

export const retractLifeFact = (number: string, fact: number, reason: string, commandId: string) =>
  answered(
    api.POST('/api/patents/{number}/life-facts/{fact}/retract', {
      params: { path: { number, fact }, header: writing(commandId) },
      body: { reason },
    }),
  );
