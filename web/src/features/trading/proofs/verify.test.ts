import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hexOf, utf8 } from './bytes.ts';
import { sha256 } from './sha256.ts';
import { verify } from './verify.ts';

/** The same files and findings the server's own check is held to. */
const FILES = join(import.meta.dirname, '../../../../../tests/IpMarket.Domain.Tests/Trading/Proofs/Files');

interface Row {
  readonly file: string;
  readonly byte: number | null;
  readonly becomes: number | null;
  readonly result: string;
  readonly line: number;
  readonly field: string | null;
  readonly priceFen: number | null;
  readonly winner: number | null;
}

const rows = JSON.parse(readFileSync(join(FILES, 'findings.json'), 'utf8')) as Row[];
const whole = rows.filter((row) => row.byte === null);
const flipped = rows.filter((row) => row.byte !== null);
const read = (file: string) => new Uint8Array(readFileSync(join(FILES, `${file}.ndjson`)));

describe('a file', () => {
  it.each(whole)('$file is found $result, as the server finds it', async (row) => {
    const found = await verify(read(row.file));
    expect([found.result, found.line, found.field ?? null]).toEqual([row.result, row.line, row.field]);
    if (row.result !== 'Sound') return;
    expect(found.replay?.best?.fen ?? null).toBe(row.priceFen);
    expect(found.replay?.result?.isSold ? found.replay.best?.bidder : null).toBe(row.winner);
  });

  it(`with one of ${String(flipped.length)} bytes changed is refused, and the same line named as by the server`, async () => {
    expect(flipped.length).toBeGreaterThan(300);
    for (const row of flipped) {
      const file = read(row.file);
      file[row.byte ?? 0] = row.becomes ?? 0;
      const found = await verify(file);
      expect([row.file, row.byte, found.result, found.line]).toEqual([row.file, row.byte, row.result, row.line]);
    }
  });

  it('counts its signatures, heads and the proof of a receipt', async () => {
    const bundle = await verify(read('bundle'));
    expect([bundle.kind, bundle.signatures, bundle.heads, bundle.keys.length]).toEqual(['bundle', 5, 3, 1]);
    const receipt = await verify(read('receipt'));
    expect([receipt.kind, receipt.signatures, receipt.hasInclusion]).toEqual(['receipt', 3, true]);
    expect(receipt.records[0]?.secret).toContain('party:b');
  });

  it.each(['', 'not json\n', '{"format":"ipmarket-events/2","stream":"auction:x"}\n'])('that reads %j is no file of ours', async (text) => {
    expect((await verify(utf8(text))).result).toBe('NotAnEventFile');
  });
});

describe('SHA-256', () => {
  it('is the runtime’s own for every length to 200', async () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
      const own = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      expect(hexOf(sha256(bytes))).toBe(hexOf(own));
    }
  });
});
