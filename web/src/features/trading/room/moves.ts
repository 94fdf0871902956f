import type { Server } from '@/shared/api/types.ts';
import type { Room } from './api.ts';

type Update = Server['RoomUpdate'];

const ROOM_BIDS_MAX = 50;

/**
 * What the room shows after an update: null when something before it was missed and a snapshot must be asked for. An
 * update that is older than what is known changes nothing.
 */
export function moved(room: Room, update: Update): Room | null {
  if (update.position.version <= room.position.version) return room;
  if (update.fromVersion > room.position.version) return null;
  return { ...room, position: update.position, bids: joined(room.bids, update.bids) };
}

/** A snapshot that was asked for since a version: its bids follow those that are known. */
export const caughtUp = (known: Room, asked: Room): Room =>
  asked.position.version < known.position.version ? known : { ...asked, bids: joined(known.bids, asked.bids) };

function joined(known: Room['bids'], fresh: Room['bids']): Room['bids'] {
  const last = known.at(-1)?.version ?? 0;
  return [...known, ...fresh.filter((bid) => bid.version > last)].slice(-ROOM_BIDS_MAX);
}
