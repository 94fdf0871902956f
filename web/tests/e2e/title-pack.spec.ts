import { expect } from '@playwright/test';
import { act, field } from './support/acting.ts';
import { ask, tell } from './support/asking.ts';
import { inOrder, inOrderInBothLanguages } from './support/looking.ts';
import { test, type Visitor } from './support/market.ts';
import { aPicture, bring, bringPapers, declare, findInOrder } from './support/papers.ts';

const NUMBER = '209919990001';

// Eight looks at each of five states of the page take their time.
test.setTimeout(600_000);

/** A draft of an invented patent of the demo's seller. */
async function draft(seller: Visitor): Promise<string> {
  await expect
    .poll(async () => (await ask<{ items: unknown[] }>(seller, '/api/listings?mine=true')).items.length, { timeout: 60_000 })
    .toBeGreaterThan(3);
  await tell(seller, '/api/patents', {
    number: NUMBER, titleZh: '一种示例钒钛矿还原装置', titleEn: null, applicants: ['示例钒钛科技有限公司'], inventors: [],
    ipc: [], filingDate: null, publications: [], legalStatus: null, source: '示例',
  });
  const offer = { askingPrice: { fen: 10_000_000, currency: 'CNY' }, description: '示例：虚构标的。', terms: '一次付清', mode: 'Sale' };
  const { id } = await tell<{ id: string }>(seller, '/api/listings', { patent: NUMBER, offer });
  return `/listings/${encodeURIComponent(id)}`;
}

test('a seller brings the title pack, the desk sends one paper back, and everybody sees the pictures', async ({ market }) => {
  const seller = await market.visit({ as: 'seller' });
  const handler = await market.visit({ as: 'handler' });
  const reviewer = await market.visit({ as: 'reviewer' });
  const address = await draft(seller);
  await inOrderInBothLanguages(seller, address, 'title-pack/owed');

  await seller.page.getByRole('button', { name: '提交审核' }).click();
  const dialog = seller.page.getByRole('dialog');
  // Said before it is asked, and again in the answer.
  await expect(dialog.getByRole('listitem').getByText(/权属材料不齐.*专利登记簿副本/)).toBeVisible();
  await dialog.getByRole('button', { name: '提交审核' }).click();
  await expect(dialog.getByRole('alert').getByText(/权属材料不齐.*专利登记簿副本/).first()).toBeVisible();
  await dialog.getByRole('button', { name: /取\s*消/ }).click();
  // The browser itself reports the refusal that was asked for.
  expect(seller.complaints.splice(0)).toHaveLength(1);
  await bringPapers(seller);
  await seller.page.getByLabel('“照片”的文件').setInputFiles(aPicture());
  await expect(seller.page.getByRole('img', { name: '照片：窑炉.png' })).toBeVisible();
  await inOrderInBothLanguages(seller, address, 'title-pack/brought');
  await act(seller, '提交审核');

  await handler.open(address);
  await expect(handler.page.getByRole('heading', { name: '专利登记情况' })).toBeVisible();
  await inOrderInBothLanguages(handler, address, 'title-pack/checklist');
  const receipts = handler.page.locator('li', { has: handler.page.getByRole('heading', { name: '缴费凭证' }) });
  await receipts.getByRole('radio', { name: '有误' }).check();
  await receipts.getByLabel(/意见/).fill('缺少2026年度的缴费凭证');
  await findInOrder(handler);
  await inOrderInBothLanguages(handler, address, 'title-pack/judged');
  await handler.page.getByRole('button', { name: /^退\s*回$/ }).click();
  await expect(field(handler, '退回理由（每行一条，出让方可见）')).toHaveValue('缴费凭证：缺少2026年度的缴费凭证');
  await handler.page.getByRole('dialog').getByRole('button', { name: /^退\s*回$/ }).click();
  await expect(handler.page.getByRole('dialog')).toHaveCount(0);

  await seller.open(address);
  await expect(seller.page.getByText('审核意见：缺少2026年度的缴费凭证')).toBeVisible();
  await bring(seller, '缴费凭证');
  await declare(seller);
  await act(seller, '提交审核');
  await handler.open(address);
  await findInOrder(handler);
  await act(handler, '经办通过');
  await reviewer.open(address);
  await act(reviewer, '复核通过');

  const visitor = await market.visit({ width: 390 });
  await visitor.open(address);
  await expect(visitor.page.getByRole('img', { name: '照片：窑炉.png' })).toBeVisible();
  await expect(visitor.page.getByRole('heading', { name: '权属材料' })).toHaveCount(0);
  await inOrder(visitor, 'title-pack/public');
  expect(seller.complaints).toEqual([]);
});
