import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { BROKEN } from '../support/network.ts';

beforeAll(warmUp, WARM_UP_MS);

const FILES = join(import.meta.dirname, '../../../tests/IpMarket.Domain.Tests/Trading/Proofs/Files');
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FILES, `${name}.ndjson`)));
const file = (name: string, bytes = bytesOf(name)) => new File([bytes], `${name}.ndjson`, { type: 'application/x-ndjson' });
const point = /"point":"([0-9a-f]+)"/.exec(readFileSync(join(FILES, 'bundle.ndjson'), 'utf8'))?.[1];

const keys = (items: unknown[]) => ({ 'GET /api/keys': { items } });

const give = async (answers: Parameters<typeof open>[1], given: File) => {
  const { person, sent } = open('/verifying', answers);
  await person.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), given);
  return sent;
};

it('shows what a sound bundle leads to, and that its key is published', async () => {
  const sent = await give(keys([{ id: 'x', point }]), file('bundle'));
  expect(await screen.findByText('bundle.ndjson：验证通过', {}, { timeout: 20_000 })).toBeVisible();
  expect(screen.getByText('竞买人 1')).toBeVisible();
  expect(screen.getAllByText('相符')).toHaveLength(5);
  expect(await screen.findByText('与本网站公布的公钥一致')).toBeVisible();
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('warns of a key the site never published, and says so when it cannot ask', async () => {
  await give(keys([]), file('receipt'));
  expect(await screen.findByText('本网站没有公布过这把公钥', {}, { timeout: 20_000 })).toBeVisible();
  expect(screen.getByText('receipt.ndjson：验证未通过')).toBeVisible();
  expect(screen.getByText(/签名所用的公钥不是本网站公布的/)).toBeVisible();
});

it('checks without a connection, but for the keys', async () => {
  await give({ 'GET /api/keys': BROKEN }, file('receipt'));
  expect(await screen.findByText('无法联网，请自行与公布的公钥比对', {}, { timeout: 20_000 })).toBeVisible();
});

it('refuses a bundle with one flipped bit and names the line', async () => {
  const bytes = bytesOf('bundle');
  const at = new TextDecoder().decode(bytes).split('\n').slice(0, 6).join('\n').length;
  bytes[at - 5] = (bytes[at - 5] ?? 0) ^ 1;
  await give(keys([]), file('bundle', bytes));
  expect(await screen.findByText('bundle.ndjson：验证未通过', {}, { timeout: 20_000 })).toBeVisible();
  expect(screen.getByText(/第一处不符在第 6 行/)).toBeVisible();
});

it('says what is no file of ours', async () => {
  await give(keys([]), new File(['{}\n'], 'else.ndjson'));
  expect(await screen.findByText('这不是证明包、出价回执或记录文件。')).toBeVisible();
});
