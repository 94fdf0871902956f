import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Server } from '@/shared/api/types.ts';
import { type Line, RoomLine } from '@/shared/live/connection.ts';
import { useActingParty } from '@/shared/session/acting.ts';
import { type Room, roomQuery } from './api.ts';
import { moved } from './moves.ts';

const HUB = '/hubs/auctions';
const FALLBACK_MS = 5_000;
/** A deposit is the escrow case's affair: no message of the auction tells of it before it admits. */
const DEPOSIT_MS = 5_000;

/** The papers of an end come a moment after it, without a message. */
const PAPERS_MS = 3_000;
const PAPERS_WITHIN_MS = 30_000;

const waitsForPapers = (room: Room | undefined) => {
  const closedAt = room?.position.result?.closedAt;
  return closedAt !== undefined && Date.now() - Date.parse(closedAt) < PAPERS_WITHIN_MS;
};

const waitsForDeposit = (room: Room | undefined) => room?.mine?.status === 'Requested' && room.position.result === null;

/** The room as the server last told it, kept live; `line` says how good the telling is. */
export function useRoom(id: string) {
  const queries = useQueryClient();
  const [line, setLine] = useState<Line>({ state: 'connecting' });
  const hub = useRef<RoomLine | null>(null);
  const party = useActingParty();
  const isDown = line.state !== 'live' && line.state !== 'slow';
  const query = useQuery({
    ...roomQuery(id),
    refetchInterval: ({ state }) =>
      isDown ? FALLBACK_MS : waitsForDeposit(state.data) ? DEPOSIT_MS : waitsForPapers(state.data) ? PAPERS_MS : false,
  });
  useEffect(() => {
    const { queryKey } = roomQuery(id);
    const askAgain = () => void queries.invalidateQueries({ queryKey, exact: true });
    const made = new RoomLine(party === null ? HUB : `${HUB}?party=${encodeURIComponent(party)}`, id, ['Moved', 'Closed'], {
      connected: askAgain,
      line: setLine,
      heard: (name, message) => {
        if (name === 'Closed') return askAgain();
        const room = queries.getQueryData<Room>(queryKey);
        const next = room && moved(room, message as Server['RoomUpdate']);
        if (next) queries.setQueryData<Room>(queryKey, next);
        // A gap, or a new status: what this person may do has changed with it.
        if (next?.position.status !== room?.position.status || !next) askAgain();
      },
    });
    hub.current = made;
    made.start();
    return () => made.stop();
  }, [id, party, queries]);
  return { query, line, hub };
}
