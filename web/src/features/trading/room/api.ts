import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import { Refused } from '@/shared/api/problems.ts';
import type { Server } from '@/shared/api/types.ts';
import type { RoomLine } from '@/shared/live/connection.ts';
import { actingParty } from '@/shared/session/acting.ts';
import { caughtUp } from './moves.ts';

export type Room = Server['AuctionRoom'];
export type Receipt = Server['BidReceipt'];

/** The room; asked again, only the bids that are not known yet come over the line. */
export const roomQuery = (id: string) =>
  queryOptions({
    queryKey: ['auction', id],
    queryFn: async ({ signal, client }) => {
      const since = client.getQueryData<Room>(['auction', id])?.position.version;
      const query = since === undefined ? {} : { since };
      const room = await answered(api.GET('/api/auctions/{id}', { signal, params: { path: { id }, query } }));
      const known = client.getQueryData<Room>(['auction', id]);
      return known ? caughtUp(known, room) : room;
    },
  });

/** Bids before a version, newest first, page by page. */
export const earlierQuery = (id: string, version: number) =>
  infiniteQueryOptions({
    queryKey: ['auction', id, 'earlier'],
    initialPageParam: version,
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/auctions/{id}/bids', {
          signal,
          params: { path: { id }, query: { beforeVersion: pageParam, limit: 100 } },
        }),
      ),
    getNextPageParam: (page) => (page.next === null ? null : (page.items.at(-1)?.version ?? null)),
  });

const HUB_ANSWER_MS = 5_000;

type Send = (line: RoomLine | null, id: string, commandId: string, fen: number) => Promise<Receipt>;

/**
 * Sends over the line that is there: the hub, or HTTP when it is down or silent. The command id is the same on both
 * ways, so what went through twice counts once.
 */
const sending = (method: 'PlaceBid' | 'TakePrice', post: (id: string, header: Headed, fen: number) => Promise<Receipt>): Send =>
  async (line, id, commandId, fen) => {
    // A switch to another party meanwhile does not make the bid that party's.
    const party = actingParty();
    if (line?.isUp) {
      try {
        const answer = (await line.call(method, HUB_ANSWER_MS, id, commandId, fen)) as Receipt | Server['HubRefusal'];
        return receiptOf(answer);
      } catch (error) {
        if (error instanceof Refused && !error.isUnknown) throw error;
      }
    }
    return post(id, { ...writing(commandId), ...(party === null ? {} : { 'X-Party': party }) }, fen);
  };

type Headed = ReturnType<typeof writing> & { 'X-Party'?: string };

export const sendBid = sending('PlaceBid', (id, header, fen) =>
  answered(api.POST('/api/auctions/{id}/bids', { params: { path: { id }, header }, body: { amount: { fen, currency: 'CNY' } } })),
);

/** Takes the price a falling clock showed. */
export const sendTake = sending('TakePrice', (id, header, fen) =>
  answered(api.POST('/api/auctions/{id}/take', { params: { path: { id }, header }, body: { price: { fen, currency: 'CNY' } } })),
);

/** Sets, raises or lowers my maximum; null ends my automatic bids. */
export const setProxy = (id: string, commandId: string, fen: number | null) =>
  answered(
    api.POST('/api/auctions/{id}/proxy', {
      params: { path: { id }, header: writing(commandId) },
      body: { maximum: fen === null ? null : { fen, currency: 'CNY' } },
    }),
  );

/** Takes the price as it was seen, by a pre-emption right. */
export const matchPrice = (id: string, commandId: string, fen: number) =>
  answered(
    api.POST('/api/auctions/{id}/match', {
      params: { path: { id }, header: writing(commandId) },
      body: { price: { fen, currency: 'CNY' } },
    }),
  );

export const recordPreemption = (id: string, number: number, right: Server['PreemptionForm'], commandId: string) =>
  answered(
    api.POST('/api/auctions/{id}/enrolments/{number}/preemption', {
      params: { path: { id, number }, header: writing(commandId) },
      body: right,
    }),
  );

function receiptOf(answer: Receipt | Server['HubRefusal']): Receipt {
  if ('problem' in answer) throw Refused.of(answer.problem.status, answer.problem);
  return answer;
}

export const enrol = (id: string, commandId: string) =>
  answered(api.POST('/api/auctions/{id}/enrolments', { params: { path: { id }, header: writing(commandId) } }));

export const cancelEnrolment = (id: string, number: number, commandId: string) =>
  answered(
    api.POST('/api/auctions/{id}/enrolments/{number}/cancel', {
      params: { path: { id, number }, header: writing(commandId) },
    }),
  );

export const officerAct = (id: string, act: 'suspend' | 'resume' | 'cancel', reason: string, commandId: string) =>
  answered(
    api.POST(`/api/auctions/{id}/${act}`, { params: { path: { id }, header: writing(commandId) }, body: { reason } }),
  );
