import { hexOf, ofHex, utf8 } from './bytes.ts';
import { sha256 } from './sha256.ts';

/** A public key of the market; instants in microseconds since 1970. */
export interface Key {
  readonly id: string;
  /** Uncompressed point, 130 hex digits. */
  readonly point: string;
  readonly from: number;
  readonly until: number | undefined;
}

export const idOf = (point: string): string => hexOf(sha256(ofHex(point))).slice(0, 16);

export const inUse = (key: Key, at: number): boolean => at >= key.from && (key.until === undefined || at <= key.until);

/** Pages that came over plain HTTP from another machine have no WebCrypto. */
export const canVerify = (): boolean => globalThis.crypto?.subtle !== undefined;

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** False too for a point that is not on the curve. */
export async function verifies(key: Key, statement: string, signature: string): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('raw', ofHex(key.point), CURVE, false, ['verify']);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, ofHex(signature), utf8(statement));
  } catch {
    return false;
  }
}

export const statements = {
  flush: (auction: string, version: number, hash: string) => `ipmarket-flush/1\n${auction}\n${String(version)}\n${hash}`,
  head: (auction: string, head: Head) =>
    `ipmarket-head/1\n${auction}\n${String(head.size)}\n${head.root}\n${String(head.signedAt)}`,
  front: (lines: readonly string[]) => `ipmarket-front/1\n${lines.join('\n')}`,
};

/** A signed tree head; `signedAt` in microseconds since 1970. */
export interface Head {
  readonly size: number;
  readonly root: string;
  readonly signedAt: number;
  readonly key: string;
  readonly signature: string;
}
