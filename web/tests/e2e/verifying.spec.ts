import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { ask } from './support/asking.ts';
import { test } from './support/market.ts';

test('the page finds a downloaded bundle sound, and one flipped byte of it with its line, without a connection', async ({ market }) => {
  const visitor = await market.visit({});
  const auctions = () => ask<{ items: { id: string; bids: number }[] }>(visitor, '/api/auctions');
  await expect.poll(async () => (await auctions()).items.some(({ bids }) => bids > 0), { timeout: 90_000 }).toBe(true);
  const id = (await auctions()).items.find(({ bids }) => bids > 0)?.id ?? '';
  await visitor.open(`/auctions/${encodeURIComponent(id)}`);
  const downloading = visitor.page.waitForEvent('download');
  await visitor.page.getByRole('link', { name: '下载证明包' }).click();
  const bundle = await readFile(await (await downloading).path());

  await visitor.open('/verifying');
  const input = visitor.page.locator('input[type=file]');
  const give = (name: string, buffer: Buffer) => input.setInputFiles({ name, mimeType: 'application/x-ndjson', buffer });
  await give('sound.ndjson', bundle);
  await expect(visitor.page.getByText('sound.ndjson：验证通过')).toBeVisible();
  await expect(visitor.page.getByText('与本网站公布的公钥一致')).toBeVisible();

  await visitor.page.context().setOffline(true);
  const text = bundle.toString('latin1');
  const at = text.indexOf('bid-placed') + 200;
  const flipped = Buffer.from(bundle);
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  const line = text.slice(0, at).split('\n').length;
  await give('flipped.ndjson', flipped);
  await expect(visitor.page.getByText('flipped.ndjson：验证未通过')).toBeVisible();
  await expect(visitor.page.getByText(`第一处不符在第 ${String(line)} 行`)).toBeVisible();
  await visitor.page.context().setOffline(false);
});
