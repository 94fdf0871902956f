import { expect } from '@playwright/test';
import { act, field, shot } from './support/acting.ts';
import { ask } from './support/asking.ts';
import { inOrder, inOrderInBothLanguages } from './support/looking.ts';
import { test } from './support/market.ts';
import { supplyPapers } from './support/papers.ts';
import { MINUTE_MS } from './support/clock.ts';
import { address, draft, published, SPEED } from './support/periods.ts';

const DAYS = 3;

test.use({ speed: SPEED, actionTimeout: 30_000 });

test('a listing is out for a period, one files, and the contract is recorded', async ({ market }) => {
  test.setTimeout(8 * MINUTE_MS);
  const id = await draft(market, '209929990001');
  const seller = await market.visit({ as: 'seller' });
  const buyer = await market.visit({ as: 'investor-a', width: 390 });
  // Who took a step of the approval records no contract.
  const officer = await market.visit({ as: 'approver' });

  // The seller chooses the period on the draft's page and submits.
  await inOrderInBothLanguages(seller, address(id), 'listing-period/choice');
  await seller.page.getByRole('radio', { name: '设挂牌期，公开征集意向受让方' }).check();
  await field(seller, '挂牌期（工作日）').fill(String(DAYS));
  await field(seller, '竞价规则').selectOption({ label: '示例网络竞价' });
  await seller.page.getByRole('button', { name: '保存挂牌期' }).click();
  await expect(seller.page.getByText('挂牌期已保存。')).toBeVisible();
  await supplyPapers(seller, id);
  await seller.page.reload();
  await act(seller, '提交审核');
  await published(market, id);

  // The investor reads the notice and files from his phone.
  await buyer.open(address(id));
  await expect(buyer.page.getByText('公告期内')).toBeVisible();
  await buyer.page.getByRole('button', { name: '登记受让意向' }).click();
  const dialog = buyer.page.getByRole('dialog');
  await dialog.getByRole('checkbox').check();
  await buyer.page.screenshot({ path: 'test-results/listing-period/file-390.png' });
  await inOrder(buyer, 'listing-period/file', [390]);
  await dialog.getByRole('button', { name: '登记受让意向' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(buyer.page.getByText('有效')).toBeVisible();
  await expect.poll(async () => (await ask<{ items: unknown[] }>(buyer, `/api/papers?subject=${id}`)).items.length).toBe(1);
  await buyer.open(address(id));
  await expect(buyer.page.getByRole('link', { name: '专利权交易挂牌公告' })).toBeVisible();
  await shot(buyer, 'listing-period/filed-390');
  await seller.open(address(id));
  await expect(seller.page.getByText('目前登记 1 个；公告期届满前仅显示数量。')).toBeVisible();
  await shot(seller, 'listing-period/seller-running');

  // The end comes by itself; the desk finds it and records the contract.
  await expect
    .poll(async () => (await ask<{ phase: string }>(officer, `/api${address(id)}/period`)).phase, { timeout: 4 * MINUTE_MS })
    .toBe('ContractDue');
  await officer.open('/desk?tab=periods');
  await expect(officer.page.getByText('一种示例钒铁合金粉末的制备方法')).toBeVisible();
  await shot(officer, 'listing-period/desk');
  await inOrder(officer, 'listing-period/desk');
  await officer.at(1440);
  await inOrderInBothLanguages(officer, address(id), 'listing-period/contract');
  await inOrderInBothLanguages(buyer, '/intents', 'listing-period/mine');
  await officer.page.getByRole('button', { name: '登记合同' }).click();
  const form = officer.page.getByRole('dialog');
  const { endsAt } = await ask<{ endsAt: string }>(officer, `/api${address(id)}/period`);
  await form.getByLabel('合同日期').fill(new Date(Date.parse(endsAt) + 8 * 3_600_000).toISOString().slice(0, 10));
  await form.getByRole('button', { name: '登记合同' }).click();
  await expect(form).toHaveCount(0);
  await expect(officer.page.getByText('已成交').first()).toBeVisible();
  await shot(officer, 'listing-period/sold');
  await buyer.speaks('zh-CN');
  await buyer.open('/notices');
  await expect(buyer.page.getByText('公告期届满，一个意向受让方，待签订合同')).toBeVisible();
});
