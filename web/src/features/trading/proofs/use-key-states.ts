import { useQuery } from '@tanstack/react-query';
import { publishedKeys } from './api.ts';
import type { Key } from './keys.ts';

export type KeyState = 'published' | 'unknown' | 'asking' | 'offline';

/** Whether each key of a file is one this market publishes; a forger can sign a file with a key of his own. */
export function useKeyStates(keys: readonly Key[]): KeyState[] {
  const published = useQuery({ ...publishedKeys(), enabled: keys.length > 0 });
  return keys.map((key) => {
    if (!published.data) return published.isError ? 'offline' : 'asking';
    return published.data.items.some((known) => known.point === key.point) ? 'published' : 'unknown';
  });
}
