import { type Bytes, hexOf, joined, ofHex, utf8 } from '../../proofs/bytes.ts';
import { sha256 } from '../../proofs/sha256.ts';

/** One holder's share of a bid's key, sealed to him. */
export interface SealedShare {
  /** 1, 2, … as the terms name them. */
  readonly holder: number;
  /** The fingerprint of the holder's public key. */
  readonly key: string;
  readonly iv: string;
  readonly box: string;
  /** What the share hashes to. */
  readonly hash: string;
}

/** A sealed bid; the same members in the same order as SealedEnvelope.cs writes (0027). Values are lower-case hex. */
export interface Envelope {
  readonly auction: string;
  readonly bidder: number;
  readonly threshold: number;
  /** The bidder's one-time public point. */
  readonly ephemeral: string;
  readonly keyHash: string;
  readonly iv: string;
  readonly box: string;
  readonly shares: readonly SealedShare[];
}

export const KEY_BYTES = 32;
export const IV_BYTES = 12;
const FORMAT = 'ipmarket-sealed-bid/1';
const [POINT_BYTES, HASH_BYTES, TAG_BYTES, PLAIN_BYTES] = [65, 32, 16, 40];

/** The one way to write it. */
export const write = (envelope: Envelope): string =>
  JSON.stringify({
    format: FORMAT,
    auction: envelope.auction,
    bidder: envelope.bidder,
    threshold: envelope.threshold,
    ephemeral: envelope.ephemeral,
    keyHash: envelope.keyHash,
    iv: envelope.iv,
    box: envelope.box,
    shares: envelope.shares.map(({ holder, key, iv, box, hash }) => ({ holder, key, iv, box, hash })),
  });

/** Undefined where it is not exactly what `write` gives. */
export function read(text: unknown): Envelope | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const envelope = JSON.parse(text) as Envelope;
    return isSound(envelope) && write(envelope) === text ? envelope : undefined;
  } catch {
    return undefined;
  }
}

/** What stands in public until it is opened. */
export const digestOf = (text: string): string => hexOf(sha256(utf8(text)));

export const fingerprintOf = (point: string): string => hexOf(sha256(ofHex(point)));

export const hashOfKey = (key: string): string => hexOf(sha256(joined(utf8('ipmarket-sealed-key/1\n'), ofHex(key))));

export const hashOfShare = ({ auction, bidder }: Pick<Envelope, 'auction' | 'bidder'>, holder: number, share: string): string =>
  hexOf(sha256(joined(utf8(`ipmarket-sealed-share-hash/1\n${auction}\n${String(bidder)}\n${String(holder)}\n`), ofHex(share))));

/** What the bid's box is bound to: the whole envelope but itself. */
export const binding = (envelope: Omit<Envelope, 'iv' | 'box'>): Bytes => utf8(write({ ...envelope, iv: '', box: '' }));

/** What a holder's box and the key it is under are bound to. */
export const bindingOf = ({ auction, bidder, keyHash }: Pick<Envelope, 'auction' | 'bidder' | 'keyHash'>, holder: number): Bytes =>
  utf8(['ipmarket-sealed-share/1', auction, bidder, holder, keyHash].join('\n'));

export const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value);

const isNumber = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;

const isSound = (read: Envelope): boolean =>
  typeof read.auction === 'string' && /^[A-Za-z0-9:-]+$/.test(read.auction) &&
  isNumber(read.bidder) && isNumber(read.threshold) &&
  isHex(read.ephemeral, POINT_BYTES) && read.ephemeral.startsWith('04') &&
  isHex(read.keyHash, HASH_BYTES) && isHex(read.iv, IV_BYTES) && isHex(read.box, PLAIN_BYTES + TAG_BYTES) &&
  Array.isArray(read.shares) && read.shares.length > 0 &&
  read.shares.every((share, i) => share.holder === i + 1 && isHex(share.key, HASH_BYTES) && isHex(share.iv, IV_BYTES) &&
    isHex(share.box, KEY_BYTES + TAG_BYTES) && isHex(share.hash, HASH_BYTES));

/** Whom an envelope must be for: an auction, a bidder code, and its holders by the fingerprints of their keys, in order. */
export interface Binding {
  readonly auction: string;
  readonly bidder: number;
  readonly threshold: number;
  readonly holders: readonly string[];
}

/** Whether it is bound to just that; as SealedDecider.IsBound. */
export const isBound = (envelope: Envelope, { auction, bidder, threshold, holders }: Binding): boolean =>
  envelope.auction === auction && envelope.bidder === bidder && envelope.threshold === threshold &&
  envelope.shares.length === holders.length && envelope.shares.every(({ key }, i) => key === holders[i]);
