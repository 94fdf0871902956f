import { expect } from '@playwright/test';
import { act } from './support/acting.ts';
import { ask, tell } from './support/asking.ts';
import { inOrderInBothLanguages } from './support/looking.ts';
import { test, type Visitor } from './support/market.ts';
import { findInOrder, supplyPapers } from './support/papers.ts';

const FIRST = '209919990011';
const SECOND = '209919990012';

// Looks in two languages and at two widths at each state of the page take their time.
test.setTimeout(600_000);

const enter = (seller: Visitor, number: string, titleZh: string) =>
  tell(seller, '/api/patents', {
    number, titleZh, titleEn: null, applicants: ['示例钒钛科技有限公司'], inventors: [], ipc: [], filingDate: null,
    publications: [], legalStatus: null, source: '示例',
  });

test('a seller offers two patents together, the desk checks both, and everybody finds both', async ({ market }) => {
  const seller = await market.visit({ as: 'seller' });
  const handler = await market.visit({ as: 'handler' });
  const reviewer = await market.visit({ as: 'reviewer' });
  await expect
    .poll(async () => (await ask<{ items: unknown[] }>(seller, '/api/listings?mine=true')).items.length, { timeout: 60_000 })
    .toBeGreaterThan(3);
  await enter(seller, FIRST, '一种示例钒渣钙化焙烧方法');
  await enter(seller, SECOND, '一种示例钒渣钙化焙烧用回转窑');
  const offer = { askingPrice: { fen: 10_000_000, currency: 'CNY' }, description: '示例：虚构标的。', terms: '一次付清', mode: 'Sale' };
  const { id } = await tell<{ id: string }>(seller, '/api/listings', { patent: FIRST, offer });
  const address = `/listings/${encodeURIComponent(id)}`;

  await seller.open(address);
  const number = seller.page.getByRole('textbox', { name: '要加入的专利号' });
  await number.fill(FIRST);
  await seller.page.getByRole('button', { name: '加入', exact: true }).click();
  await expect(seller.page.getByText(/该专利已在本挂牌中/)).toBeVisible();
  // The browser itself reports the refusal that was asked for.
  expect(seller.complaints.splice(0)).toHaveLength(1);
  await number.fill(SECOND);
  // While the first answer's spinner goes, its name stands before the button's own.
  await seller.page.getByRole('button', { name: /加入$/ }).click();
  const patents = seller.page.getByRole('list', { name: '标的专利' });
  await expect(patents.getByText('一种示例钒渣钙化焙烧用回转窑')).toBeVisible();
  await expect(seller.page.getByRole('heading', { name: /^专利登记簿副本（CN20991999001/ })).toHaveCount(2);
  await inOrderInBothLanguages(seller, address, 'portfolio/draft');
  await supplyPapers(seller, id);
  await seller.open(address);
  await act(seller, '提交审核');

  await handler.open(address);
  await expect(handler.page.getByRole('combobox', { name: '查看哪一件专利的登记情况' })).toBeVisible();
  await inOrderInBothLanguages(handler, address, 'portfolio/desk');
  await findInOrder(handler);
  await act(handler, '经办通过');
  await reviewer.open(address);
  await act(reviewer, '复核通过');

  const visitor = await market.visit();
  await inOrderInBothLanguages(visitor, address, 'portfolio/public');
  await expect(visitor.page.getByRole('list', { name: '标的专利' }).getByRole('link')).toHaveCount(2);
  await expect
    .poll(async () => {
      await visitor.open('/catalogue?q=%E9%92%99%E5%8C%96%E7%84%99%E7%83%A7');
      return await visitor.page.getByText('2 件一并交易').count();
    }, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(2);
  await inOrderInBothLanguages(visitor, '/catalogue?q=%E9%92%99%E5%8C%96%E7%84%99%E7%83%A7', 'portfolio/found');
  expect(seller.complaints).toEqual([]);
});
