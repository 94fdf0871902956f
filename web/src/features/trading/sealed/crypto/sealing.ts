import { bigEndian, type Bytes, hexOf, joined, ofHex } from '../../proofs/bytes.ts';
import { binding, bindingOf, type Envelope, fingerprintOf, hashOfKey, hashOfShare, IV_BYTES, KEY_BYTES, write } from './envelope.ts';
import { split } from './secret-sharing.ts';

/** To whom a bid is sealed: as the terms name them, in their order. */
export interface Holders {
  readonly threshold: number;
  /** Public points, hex. */
  readonly keys: readonly string[];
}

/** What a bidder hands in, and the key he keeps. */
export interface SealedBid {
  readonly envelope: string;
  readonly key: string;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const SECRET_BITS = 256;
const NONCE_BYTES = 32;
const AMOUNT_BYTES = 8;

const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes));

/** The key of the box between a one-time key and a holder's: ECDH, then HKDF bound to all that is said in public. */
export async function boxKey(own: CryptoKey, other: CryptoKey, points: { ephemeral: string; holder: string }, info: Bytes): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, SECRET_BITS);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const salt = ofHex(points.ephemeral + points.holder);
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info }, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

export const pointOf = async (key: CryptoKey): Promise<string> =>
  hexOf(new Uint8Array(await crypto.subtle.exportKey('raw', key)));

export const importPoint = (point: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', ofHex(point), CURVE, true, []);

async function encrypt(key: CryptoKey, plain: Bytes, additionalData: Bytes): Promise<{ iv: string; box: string }> {
  const iv = random(IV_BYTES);
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  return { iv: hexOf(iv), box: hexOf(new Uint8Array(box)) };
}

/** Seals an amount for an auction and a bidder code; nothing but the envelope leaves this page. */
export async function seal(auction: string, bidder: number, fen: number, { threshold, keys }: Holders): Promise<SealedBid> {
  const secret = random(KEY_BYTES);
  const key = hexOf(secret);
  const keyHash = hashOfKey(key);
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const ephemeral = await pointOf(pair.publicKey);
  const about = { auction, bidder, keyHash };
  const shares = await Promise.all(
    split(secret, threshold, keys.length).map(async (share, i) => {
      const [holder, point] = [i + 1, keys[i] ?? ''];
      const under = await boxKey(pair.privateKey, await importPoint(point), { ephemeral, holder: point }, bindingOf(about, holder));
      const sealed = await encrypt(under, share, bindingOf(about, holder));
      return { holder, key: fingerprintOf(point), ...sealed, hash: hashOfShare(about, holder, hexOf(share)) };
    }),
  );
  const head: Omit<Envelope, 'iv' | 'box'> = { ...about, threshold, ephemeral, shares };
  const own = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt']);
  // As long for every amount.
  const plain = joined(bigEndian(fen, AMOUNT_BYTES), random(NONCE_BYTES));
  return { envelope: write({ ...head, ...(await encrypt(own, plain, binding(head))) }), key };
}
