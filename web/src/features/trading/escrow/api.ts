import { queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import { Refused } from '@/shared/api/problems.ts';
import type { Server } from '@/shared/api/types.ts';

export type Escrow = Server['EscrowView'];
export type ReceiptEntry = Server['ReceiptForm'];

export const escrowsQuery = queryOptions({
  queryKey: ['escrow'],
  refetchInterval: 15_000,
  queryFn: ({ signal }) => answered(api.GET('/api/escrow', { signal })),
});

export const escrowQuery = (id: string) =>
  queryOptions({
    queryKey: ['escrow', id],
    queryFn: ({ signal }) => answered(api.GET('/api/escrow/{id}', { signal, params: { path: { id } } })),
  });

export const enterReceipt = (id: string, body: ReceiptEntry, commandId: string) =>
  answered(api.POST('/api/escrow/{id}/receipts', { params: { path: { id }, header: writing(commandId) }, body }));

export const assignReceipt = (id: string, receipt: number, body: Server['AssignForm'], commandId: string) =>
  answered(
    api.POST('/api/escrow/{id}/receipts/{number}/assign', {
      params: { path: { id, number: receipt }, header: writing(commandId) },
      body,
    }),
  );

/** The server asks whether it was another who paid: the account is not the bidder's own. */
export const isPayerUnexpected = (error: unknown): boolean => error instanceof Refused && error.code === 'PAYER_NOT_THE_BIDDER';

export const returnReceipt = (id: string, receipt: number, commandId: string) =>
  answered(
    api.POST('/api/escrow/{id}/receipts/{number}/return', {
      params: { path: { id, number: receipt }, header: writing(commandId) },
    }),
  );

export const payRefund = (id: string, refund: number, body: Server['RefundForm'], commandId: string) =>
  answered(
    api.POST('/api/escrow/{id}/refunds/{number}/pay', {
      params: { path: { id, number: refund }, header: writing(commandId) },
      body,
    }),
  );
