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
  const fresh = update.bids.filter((bid) => bid.version > room.position.version);
  return { ...room, position: update.position, bids: [...room.bids, ...fresh].slice(-ROOM_BIDS_MAX) };
}
