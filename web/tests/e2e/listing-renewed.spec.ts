import { expect } from '@playwright/test';
import { shot } from './support/acting.ts';
import { ask, tell } from './support/asking.ts';
import { inOrder, inOrderInBothLanguages } from './support/looking.ts';
import { test, type Visitor } from './support/market.ts';
import { supplyPapers } from './support/papers.ts';
import { MINUTE_MS } from './support/clock.ts';
import { address, draft, published, SPEED } from './support/periods.ts';

test.use({ speed: SPEED, actionTimeout: 30_000 });

test('nobody comes: the seller cuts the price and a reviewer announces it anew', async ({ market }) => {
  test.setTimeout(8 * MINUTE_MS);
  const id = await draft(market, '209929990002');
  const seller = await market.visit({ as: 'seller' });
  const reviewer = await market.visit({ as: 'reviewer' });
  await choose(seller, id);
  await supplyPapers(seller, id);
  await tell(seller, `/api${address(id)}/submit`, { coHolders: [] });
  await published(market, id);
  await expect
    .poll(async () => (await ask<{ phase: string }>(seller, `/api${address(id)}/period`)).phase, { timeout: 4 * MINUTE_MS })
    .toBe('SellersChoice');
  await inOrderInBothLanguages(seller, address(id), 'listing-period/sellers-choice');
  await seller.page.getByRole('button', { name: '变更并重新公告' }).click();
  const dialog = seller.page.getByRole('dialog');
  await dialog.getByLabel('挂牌价').fill('450000');
  await dialog.getByLabel('理由').fill('降价重新征集');
  await seller.page.screenshot({ path: 'test-results/listing-period/change.png' });
  await inOrder(seller, 'listing-period/change');
  await seller.at(1440);
  await dialog.getByRole('button', { name: '变更并重新公告' }).click();
  await expect(dialog).toHaveCount(0);
  await inOrderInBothLanguages(reviewer, address(id), 'listing-period/change-waits');
  await reviewer.page.getByRole('button', { name: '同意变更', exact: true }).click();
  await reviewer.page.getByRole('dialog').getByLabel('理由').fill('同意降价');
  await reviewer.page.getByRole('dialog').getByRole('button', { name: '同意变更', exact: true }).click();
  await expect(reviewer.page.getByText('公告期内')).toBeVisible();
  await shot(reviewer, 'listing-period/renewed');
});

/** A period of one working day, saved over HTTP. */
async function choose(seller: Visitor, id: string) {
  const { token } = await ask<{ token: string }>(seller, '/api/identity/antiforgery');
  const answer = await seller.context.request.put(`/api${address(id)}/period`, {
    headers: { 'X-CSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() },
    data: { workingDays: 1, profile: 'demo-online-bidding' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
