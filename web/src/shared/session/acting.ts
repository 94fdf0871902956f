import { useSyncExternalStore } from 'react';

const KEY = 'ipmarket.party';
const listeners = new Set<() => void>();

/** The party this tab acts for, where the person named one; null = the only one there is. */
export const actingParty = (): string | null => sessionStorage.getItem(KEY);

export function actFor(party: string | null): void {
  if (party === actingParty()) return;
  if (party === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, party);
  listeners.forEach((tell) => tell());
}

const listen = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

export const useActingParty = (): string | null => useSyncExternalStore(listen, actingParty);
