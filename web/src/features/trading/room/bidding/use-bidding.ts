import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { fenOf, problemText, Refused } from '@/shared/api/problems.ts';
import type { RoomLine } from '@/shared/live/connection.ts';
import { dropPending, keepPending, type PendingBid, readPending } from '@/shared/live/pending.ts';
import { type Receipt, roomQuery, sendBid } from '../api.ts';

/** What became of the last bid of this person; nothing is ever shown as a bid before the server accepted it. */
export type BidOutcome =
  | { kind: 'accepted'; receipt: Receipt }
  | { kind: 'refused'; text: string; nextMinimumFen: number | null };

const ASK_AGAIN_MS = 3_000;

/**
 * Sends one bid at a time. While its outcome is unknown the same command is asked again, also after a reload; a
 * definite answer ends it.
 */
export function useBidding(id: string, hub: RefObject<RoomLine | null>) {
  const queries = useQueryClient();
  const [pending, setPending] = useState<PendingBid | null>(() => readPending(id));
  const [isDoubtful, setDoubtful] = useState(pending !== null);
  const [outcome, setOutcome] = useState<BidOutcome | null>(null);
  const sent = useRef<string | null>(null);
  useEffect(() => {
    if (!pending || sent.current === pending.commandId) return;
    sent.current = pending.commandId;
    const { commandId, fen } = pending;
    const settle = (result: BidOutcome) => {
      dropPending(id);
      setPending(null);
      setDoubtful(false);
      setOutcome(result);
      void queries.invalidateQueries({ queryKey: roomQuery(id).queryKey, exact: true });
    };
    const ask = async (): Promise<void> => {
      try {
        settle({ kind: 'accepted', receipt: await sendBid(hub.current, id, commandId, fen) });
      } catch (error) {
        if (error instanceof Refused && !error.isUnknown && error.status < 500) {
          settle({ kind: 'refused', text: problemText(error), nextMinimumFen: fenOf(error.figure('nextMinimum')) });
          return;
        }
        setDoubtful(true);
        setTimeout(() => void ask(), ASK_AGAIN_MS);
      }
    };
    void ask();
  }, [pending, id, hub, queries]);
  const place = useCallback(
    (fen: number) => {
      if (readPending(id)) return;
      const bid = { commandId: crypto.randomUUID(), fen };
      keepPending(id, bid);
      setOutcome(null);
      setPending(bid);
    },
    [id],
  );
  return { pending, isDoubtful, outcome, place };
}
