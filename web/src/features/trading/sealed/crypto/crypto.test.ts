import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ofHex } from '../../proofs/bytes.ts';
import { digestOf, read } from './envelope.ts';
import { makePair, restorePair } from './holder-keys.ts';
import { isKeyOf, keyOf, openBid, openShare } from './opening.ts';
import { pointOf, seal } from './sealing.ts';

/** What either side sealed, beside SealedEnvelopeTests.cs; IPMARKET_WRITE_SEALED=1 writes the browser's anew. */
const FILES = join(import.meta.dirname, '../../../../../../tests/IpMarket.Domain.Tests/Trading/Sealed/Files');
const START_FEN = 1_000_000;
const STREAM = 'auction:01test';
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

interface Vector {
  readonly envelope: string;
  readonly digest: string;
  readonly key: string;
  readonly fen: number | null;
  readonly void: string | null;
  readonly holders: readonly { readonly point: string; readonly pkcs8: string; readonly share: string }[];
}

const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex');
const privateOf = (pkcs8: string) => crypto.subtle.importKey('pkcs8', ofHex(pkcs8), CURVE, false, ['deriveBits']);

async function people(count: number) {
  const pairs = await Promise.all(Array.from({ length: count }, () => crypto.subtle.generateKey(CURVE, true, ['deriveBits'])));
  return Promise.all(pairs.map(async ({ publicKey, privateKey }) => ({
    point: await pointOf(publicKey),
    privateKey,
    pkcs8: hex(await crypto.subtle.exportKey('pkcs8', privateKey)),
  })));
}

async function made(threshold: number, count: number, fen: number): Promise<Vector> {
  const all = await people(count);
  const { envelope, key } = await seal(STREAM, 3, fen, { threshold, keys: all.map(({ point }) => point) });
  const opened = read(envelope);
  if (!opened) throw new Error('It cannot be read.');
  const holders = await Promise.all(all.map(async ({ point, privateKey, pkcs8 }, i) =>
    ({ point, pkcs8, share: (await openShare(opened, i + 1, privateKey, point)) ?? '' })));
  return { envelope, digest: digestOf(envelope), key, fen, void: fen < START_FEN ? 'BelowStart' : null, holders };
}

const kept = async (file: string): Promise<Vector[]> => {
  if (file === 'browser' && process.env['IPMARKET_WRITE_SEALED'] === '1') {
    const vectors = await Promise.all([made(2, 3, 1_234_500), made(4, 7, 1_000_000_000_000), made(3, 3, 1)]);
    writeFileSync(join(FILES, 'browser.json'), `${JSON.stringify(vectors, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(join(FILES, `${file}.json`), 'utf8')) as Vector[];
};

describe('a sealed bid', () => {
  it.each(['browser', 'server'])('that the %s sealed opens to what was bid', async (file) => {
    for (const { envelope: text, digest, key, fen, void: why, holders } of await kept(file)) {
      const envelope = read(text);
      if (!envelope) throw new Error('It cannot be read.');
      expect(digestOf(text)).toBe(digest);
      const shares = await Promise.all(holders.map(async ({ point, pkcs8 }, i) =>
        [i + 1, (await openShare(envelope, i + 1, await privateOf(pkcs8), point)) ?? ''] as const));
      expect(shares.map(([, share]) => share)).toEqual(holders.map(({ share }) => share));
      expect(keyOf(new Map(shares.slice(-envelope.threshold)))).toBe(key);
      expect(isKeyOf(envelope, keyOf(new Map(shares.slice(0, envelope.threshold - 1))))).toBe(false);
      expect(await openBid(envelope, key, START_FEN)).toEqual({ fen: fen ?? undefined, void: why ?? undefined });
    }
  });

  it('opens to nothing once a digit of it is another', async () => {
    const [vector] = await kept('browser');
    const { envelope: text = '', key = '' } = vector ?? {};
    for (let i = 0; i < text.length; i++) {
      const changed = `${text.slice(0, i)}${text[i] === '7' ? '8' : '7'}${text.slice(i + 1)}`;
      const envelope = read(changed);
      if (envelope) expect((await openBid(envelope, key, START_FEN)).fen).toBeUndefined();
    }
  });

  it('is as long for every amount', async () => {
    const keys = (await people(3)).map(({ point }) => point);
    const lengths = await Promise.all([1, 999_999_999_999].map(async (fen) => (await seal(STREAM, 1, fen, { threshold: 2, keys })).envelope.length));
    expect(new Set(lengths).size).toBe(1);
  });
});

describe('a holder’s pair', () => {
  it('comes back from its backup with the password, and cannot be read out of the browser', async () => {
    const { pair, backup } = await makePair('correct horse');
    const text = JSON.stringify(backup);
    const { envelope } = await seal(STREAM, 1, START_FEN, { threshold: 2, keys: [pair.point, pair.point] });
    const again = await restorePair(text, 'correct horse');
    if (!again) throw new Error('It did not come back.');
    const opened = read(envelope);
    if (!opened) throw new Error('It cannot be read.');
    expect(await openShare(opened, 2, again.privateKey, again.point)).toBe(await openShare(opened, 2, pair.privateKey, pair.point));
    await expect(crypto.subtle.exportKey('pkcs8', again.privateKey)).rejects.toThrow();
    expect(await restorePair(text, 'wrong horse')).toBeUndefined();
    expect(await restorePair('{}', 'correct horse')).toBeUndefined();
  });
});
