import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { fenOf, problemText, Refused } from '@/shared/api/problems.ts';
import type { RoomLine } from '@/shared/live/connection.ts';
import { dropPending, keepPending, type PendingBid, readPending } from '@/shared/live/pending.ts';
import { type Receipt, type Room, roomQuery, sendBid } from '../api.ts';
import { isBigJump } from './bid-rules.ts';

/** What became of the last bid of this person; nothing is ever shown as a bid before the server accepted it. */
export type BidOutcome =
  | { kind: 'accepted'; receipt: Receipt }
  | { kind: 'refused'; text: string; nextMinimumFen: number | null };

const ASK_AGAIN_MS = 3_000;
/** Signed out, or asking too often: says nothing about a bid that may have arrived before. */
const NOT_HEARD = [401, 429];

const isDefinite = (error: unknown, inDoubt: boolean): error is Refused =>
  error instanceof Refused && !error.isUnknown && error.status < 500 && !(inDoubt && NOT_HEARD.includes(error.status));

/**
 * Asks, then sends one bid at a time. While its outcome is unknown the same command is asked again, also after a reload; a
 * definite answer ends it.
 */
export function useBidding(id: string, hub: RefObject<RoomLine | null>, send: typeof sendBid = sendBid) {
  const queries = useQueryClient();
  const [pending, setPending] = useState<PendingBid | null>(() => readPending(id));
  const [isDoubtful, setDoubtful] = useState(pending !== null);
  const [outcome, setOutcome] = useState<BidOutcome | null>(null);
  const wasPending = useRef(pending?.commandId ?? null);
  useEffect(() => {
    if (!pending) return;
    let isHere = true;
    // What an earlier page sent and never heard of.
    let inDoubt = wasPending.current === pending.commandId;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { commandId, fen } = pending;
    const settle = (result: BidOutcome) => {
      if (!isHere) return;
      dropPending(id);
      setPending(null);
      setDoubtful(false);
      setOutcome(result);
      void queries.invalidateQueries({ queryKey: roomQuery(id).queryKey, exact: true });
    };
    const ask = async (): Promise<void> => {
      try {
        settle({ kind: 'accepted', receipt: await send(hub.current, id, commandId, fen) });
      } catch (error) {
        if (isDefinite(error, inDoubt)) {
          settle({ kind: 'refused', text: problemText(error), nextMinimumFen: fenOf(error.figure('nextMinimum')) });
          return;
        }
        if (!isHere) return;
        inDoubt = true;
        setDoubtful(true);
        timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
      }
    };
    void ask();
    // Whoever leaves is told on return: the command waits in the session's storage.
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [pending, id, hub, queries, send]);
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
  const [asked, setAsked] = useState<number | null>(null);
  const [isQuick, setQuick] = useState(false);
  const confirm = (fen: number) => {
    setAsked(null);
    place(fen);
  };
  return {
    pending,
    isDoubtful,
    outcome,
    isQuick,
    setQuick,
    /** An amount that waits for its confirmation. */
    asked,
    wish: (room: Room, fen: number) => (isQuick && !isBigJump(room, fen) ? place(fen) : setAsked(fen)),
    /** Asks for the confirmation, whatever the amount. */
    ask: setAsked,
    confirm,
    dismiss: () => setAsked(null),
  };
}
