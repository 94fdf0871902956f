import { hexOf, ofHex, utf8 } from '../../proofs/bytes.ts';
import { pointOf } from './sealing.ts';

/** A holder's pair as this browser keeps it: the private part cannot be read out of it. */
export interface HolderPair {
  /** The public point, hex. */
  readonly point: string;
  readonly privateKey: CryptoKey;
}

/** A pair's private part under a password, to be kept elsewhere. */
export interface Backup {
  readonly format: 'ipmarket-holder-key/1';
  readonly point: string;
  readonly salt: string;
  readonly iv: string;
  readonly iterations: number;
  readonly box: string;
}

const FORMAT = 'ipmarket-holder-key/1';
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
/** OWASP's figure of 2023 for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;

/** A fresh pair and its backup. The readable private key lives for this call only. */
export async function makePair(password: string): Promise<{ pair: HolderPair; backup: Backup }> {
  const made = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const point = await pointOf(made.publicKey);
  const raw = await crypto.subtle.exportKey('pkcs8', made.privateKey);
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const wrapping = await wrappingKey(password, salt, ITERATIONS);
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(point) }, wrapping, raw);
  const backup: Backup = {
    format: FORMAT,
    point,
    salt: hexOf(salt),
    iv: hexOf(iv),
    iterations: ITERATIONS,
    box: hexOf(new Uint8Array(box)),
  };
  return { pair: { point, privateKey: await kept(raw) }, backup };
}

/** The pair of a backup; undefined where file or password is not the right one. */
export async function restorePair(text: string, password: string): Promise<HolderPair | undefined> {
  try {
    const { format, point, salt, iv, iterations, box } = JSON.parse(text) as Backup;
    if (format !== FORMAT || iterations > 10 * ITERATIONS) return undefined;
    const wrapping = await wrappingKey(password, ofHex(salt), iterations);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: ofHex(iv), additionalData: utf8(point) },
      wrapping,
      ofHex(box),
    );
    return { point, privateKey: await kept(plain) };
  } catch {
    return undefined;
  }
}

/** Without leave to be exported again. */
const kept = (pkcs8: ArrayBuffer): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['deriveBits']);

async function wrappingKey(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', utf8(password), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}
