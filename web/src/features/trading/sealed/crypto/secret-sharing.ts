import type { Bytes } from '../../proofs/bytes.ts';

const POLYNOMIAL = 0x11b;
const FIELD_SIZE = 256;

function multiply(a: number, b: number): number {
  let product = 0;
  for (; b > 0; b >>= 1) {
    if ((b & 1) !== 0) product ^= a;
    a <<= 1;
    if (a >= FIELD_SIZE) a ^= POLYNOMIAL;
  }
  return product;
}

/** By the inverse, which is the 254th power. */
function divide(a: number, b: number): number {
  let inverse = 1;
  for (let i = 0; i < FIELD_SIZE - 2; i++) inverse = multiply(inverse, b);
  return multiply(a, inverse);
}

/** Shamir's sharing over GF(256), as SecretSharing.cs combines it: any `threshold` of the shares lead back. */
export function split(secret: Bytes, threshold: number, holders: number): Bytes[] {
  const random = Array.from({ length: threshold - 1 }, () => crypto.getRandomValues(new Uint8Array(secret.length)));
  return Array.from({ length: holders }, (_, i) => {
    const share = new Uint8Array(secret.length);
    for (const coefficients of [...random].reverse())
      share.forEach((value, at) => (share[at] = multiply(value ^ (coefficients[at] ?? 0), i + 1)));
    return share.map((value, at) => value ^ (secret[at] ?? 0));
  });
}

/** Of fewer shares than the threshold, or of wrong ones, some other bytes. */
export function combine(shares: ReadonlyMap<number, Bytes>): Bytes {
  const secret = new Uint8Array(KEY_LENGTH);
  for (const [holder, share] of shares) {
    let weight = 1;
    for (const other of shares.keys()) if (other !== holder) weight = multiply(weight, divide(other, other ^ holder));
    secret.forEach((value, at) => (secret[at] = value ^ multiply(weight, share[at] ?? 0)));
  }
  return secret;
}

/** Bytes of the keys that are shared. */
const KEY_LENGTH = 32;
