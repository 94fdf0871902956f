import { expect } from '@playwright/test';
import { ask } from './support/asking.ts';
import { test, type Visitor } from './support/market.ts';

const MINUTE_MS = 60_000;
const SHOTS = 'test-results/onboarding';
const WAITING = '示例储能有限公司';

const shot = (visitor: Visitor, name: string) =>
  visitor.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });

/** Presses an act of the page and confirms it in its dialog. */
async function act({ page }: Visitor, label: string) {
  await page.getByRole('button', { name: label, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('the waiting party is looked at, scan by scan, by two people, and is verified', async ({ market }) => {
  const handler = await market.visit({ as: 'handler' });
  const reviewer = await market.visit({ as: 'reviewer' });
  const newcomer = await market.visit({ as: 'newcomer' });
  await expect
    .poll(async () => (await ask<{ items: unknown[] }>(handler, '/api/parties?status=Submitted')).items.length, { timeout: MINUTE_MS })
    .toBeGreaterThan(0);

  await handler.open('/desk?tab=parties');
  await handler.page.getByRole('link', { name: WAITING }).click();
  const scan = handler.page.getByRole('link', { name: '查看扫描件' });
  await expect(scan).toHaveAttribute('target', '_blank');
  const licence = await handler.context.request.get((await scan.getAttribute('href')) ?? '');
  expect(licence.status()).toBe(200);
  expect(licence.headers()['content-type']).toBe('application/pdf');
  expect((await licence.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await shot(handler, '1-handler');
  await act(handler, '经办通过');
  await expect(handler.page.getByRole('button', { name: '复核通过' })).toHaveCount(0);

  await reviewer.open('/desk?tab=parties');
  await reviewer.page.getByRole('link', { name: WAITING }).click();
  await act(reviewer, '复核通过');
  await expect(reviewer.page.getByText('已认证', { exact: true })).toBeVisible();

  await newcomer.open('/organisation');
  await expect(newcomer.page.getByText('已认证', { exact: true })).toBeVisible();
  await shot(newcomer, '2-verified');
  for (const visitor of [handler, reviewer, newcomer]) expect(visitor.complaints).toEqual([]);
});
