import { useEffect, useState } from 'react';
import type { HolderPair } from './crypto/holder-keys.ts';

const [DATABASE, STORE, KEY] = ['ipmarket-holder', 'pairs', 'own'];

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('This browser keeps no keys.'));
  });
}

async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The key could not be read or kept.'));
    });
  } finally {
    database.close();
  }
}

/** Keeps the pair in this browser, where only this site uses it and nobody reads its private part. */
export const keepPair = (pair: HolderPair): Promise<unknown> => within('readwrite', (store) => store.put(pair, KEY));

const readPair = (): Promise<HolderPair | undefined> =>
  within('readonly', (store) => store.get(KEY) as IDBRequest<HolderPair | undefined>);

/** The pair of this browser: undefined while it is looked for, null where there is none. */
export function usePair() {
  const [pair, setPair] = useState<HolderPair | null | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    readPair().then(
      (found) => isHere && setPair(found ?? null),
      () => isHere && setPair(null),
    );
    return () => {
      isHere = false;
    };
  }, []);
  return [pair, setPair] as const;
}
