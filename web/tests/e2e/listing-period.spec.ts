import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { act, field, shot } from './support/acting.ts';
import { ask, firstOf, tell } from './support/asking.ts';
import { type Market, test, type Visitor } from './support/market.ts';
import { handleListing, supplyPapers } from './support/papers.ts';

const MINUTE_MS = 60_000;
/** An hour of the market in a second: a period of four working days ends while the test looks on. */
const SPEED = 3_600;
const DAYS = 4;

test.use({ speed: SPEED, actionTimeout: 30_000 });

interface Named {
  id: string;
}

const address = (id: string) => `/listings/${encodeURIComponent(id)}`;

async function inOrder({ page, complaints }: Visitor) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(complaints).toEqual([]);
}

/** Looks at a page at both widths in both languages and keeps the pictures. */
async function looked(visitor: Visitor, path: string, name: string) {
  for (const language of ['en', 'zh-CN'] as const) {
    await visitor.speaks(language);
    for (const width of [390, 1440]) {
      await visitor.page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await visitor.open(path);
      await shot(visitor, `listing-period/${name}-${language}-${String(width)}`);
      await inOrder(visitor);
    }
  }
}

/** A patent of the seller's and a draft of its listing. */
async function draft(market: Market, number: string): Promise<string> {
  const seller = await market.regular('seller');
  await firstOf(seller, '/api/listings?mine=true&status=Published');
  await tell(seller, '/api/patents', {
    number, titleZh: '一种示例钒铁合金粉末的制备方法', titleEn: null, applicants: ['示例钒钛科技有限公司'], inventors: ['示例发明人'],
    ipc: ['C22B 34/22'], filingDate: null, publications: [], legalStatus: null, source: '示例',
  });
  const offer = { askingPrice: { fen: 60_000_000, currency: 'CNY' }, description: '含全部技术资料与样品。', terms: '一次性付清。' };
  return (await tell<Named>(seller, '/api/listings', { patent: number, offer })).id;
}

async function published(market: Market, id: string) {
  await handleListing(await market.regular('handler'), id);
  await tell(await market.regular('reviewer'), `/api${address(id)}/publish`);
}

test('a listing is out for a period, one files, and the contract is recorded', async ({ market }) => {
  test.setTimeout(8 * MINUTE_MS);
  const id = await draft(market, '209929990001');
  const seller = await market.visit({ as: 'seller' });
  const buyer = await market.visit({ as: 'investor-a', width: 390 });
  // Who took a step of the approval records no contract.
  const officer = await market.visit({ as: 'approver' });

  // The seller chooses the period on the draft's page and submits.
  await looked(seller, address(id), 'choice');
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
  await inOrder(buyer);
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
  await inOrder(officer);
  await looked(officer, address(id), 'contract');
  await looked(buyer, '/intents', 'mine');
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
  await looked(seller, address(id), 'sellers-choice');
  await seller.page.getByRole('button', { name: '变更并重新公告' }).click();
  const dialog = seller.page.getByRole('dialog');
  await dialog.getByLabel('挂牌价').fill('450000');
  await dialog.getByLabel('理由').fill('降价重新征集');
  await seller.page.screenshot({ path: 'test-results/listing-period/change.png' });
  await inOrder(seller);
  await dialog.getByRole('button', { name: '变更并重新公告' }).click();
  await expect(dialog).toHaveCount(0);
  await looked(reviewer, address(id), 'change-waits');
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
