import { AMOUNT_FEN_MAX } from '@/shared/format/money.ts';
import { type Bytes, hexOf, ofHex } from '../../proofs/bytes.ts';
import { binding, bindingOf, type Envelope, hashOfKey, hashOfShare, isHex, KEY_BYTES } from './envelope.ts';
import { boxKey, importPoint } from './sealing.ts';
import { combine } from './secret-sharing.ts';

/** What a bid holds, or why it does not count; the words of SealedVoid.cs. */
export interface Content {
  readonly fen: number | undefined;
  readonly void: 'SharesInconsistent' | 'Unreadable' | 'BelowStart' | 'AboveLimit' | undefined;
}

export const isShareOf = (envelope: Envelope, holder: number, share: string): boolean =>
  isHex(share, KEY_BYTES) && hashOfShare(envelope, holder, share) === envelope.shares[holder - 1]?.hash;

export const isKeyOf = (envelope: Envelope, key: unknown): key is string =>
  isHex(key, KEY_BYTES) && hashOfKey(key) === envelope.keyHash;

/** The key that released shares lead to. */
export const keyOf = (shares: ReadonlyMap<number, string>): string =>
  hexOf(combine(new Map([...shares].map(([holder, share]) => [holder, ofHex(share)]))));

async function decrypt(key: CryptoKey, iv: string, box: string, additionalData: Bytes): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: ofHex(iv), additionalData }, key, ofHex(box)));
  } catch {
    return undefined;
  }
}

/** A holder's share, opened with his private key; undefined where it was not sealed rightly to him. */
export async function openShare(envelope: Envelope, holder: number, key: CryptoKey, point: string): Promise<string | undefined> {
  const sealed = envelope.shares[holder - 1];
  if (!sealed) return undefined;
  try {
    const { ephemeral } = envelope;
    const info = bindingOf(envelope, holder);
    const under = await boxKey(key, await importPoint(ephemeral), { ephemeral, holder: point }, info);
    const share = await decrypt(under, sealed.iv, sealed.box, info);
    return share && isShareOf(envelope, holder, hexOf(share)) ? hexOf(share) : undefined;
  } catch {
    // The one-time point is none.
    return undefined;
  }
}

/** What the envelope holds under its own key, as SealedOpening.cs finds it. */
export async function openBid(envelope: Envelope, key: string, startFen: number): Promise<Content> {
  if (!isKeyOf(envelope, key)) return { fen: undefined, void: 'SharesInconsistent' };
  const own = await crypto.subtle.importKey('raw', ofHex(key), 'AES-GCM', false, ['decrypt']);
  const plain = await decrypt(own, envelope.iv, envelope.box, binding(envelope));
  if (!plain) return { fen: undefined, void: 'Unreadable' };
  const fen = new DataView(plain.buffer).getBigUint64(0);
  if (fen > BigInt(AMOUNT_FEN_MAX)) return { fen: undefined, void: 'AboveLimit' };
  return { fen: Number(fen), void: fen < BigInt(startFen) ? 'BelowStart' : undefined };
}
