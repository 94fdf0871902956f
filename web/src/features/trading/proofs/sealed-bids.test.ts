import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verify } from './verify.ts';

/** The same files and findings the server's own check of sealed bids is held to. */
const FILES = join(import.meta.dirname, '../../../../../tests/IpMarket.Domain.Tests/Trading/Sealed/Files');

interface Row {
  readonly file: string;
  readonly result: string;
  readonly line: number;
  readonly field: string | null;
  readonly priceFen: number | null;
  readonly winner: number | null;
}

const rows = JSON.parse(readFileSync(join(FILES, 'findings.json'), 'utf8')) as Row[];

describe('a file of a sealed auction', () => {
  it.each(rows)('$file is found $result, as the server finds it', async (row) => {
    const found = await verify(new Uint8Array(readFileSync(join(FILES, `${row.file}.ndjson`))));
    expect([found.result, found.line, found.field ?? null]).toEqual([row.result, row.line, row.field]);
    if (row.result !== 'Sound') return;
    expect(found.replay?.best?.fen ?? null).toBe(row.priceFen);
    expect(found.replay?.best?.bidder ?? null).toBe(row.winner);
  });
});
