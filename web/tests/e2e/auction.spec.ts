import { expect } from '@playwright/test';
import { act, field, shot } from './support/acting.ts';
import { ask } from './support/asking.ts';
import { local, MINUTE_MS, now } from './support/clock.ts';
import { test, type Visitor } from './support/market.ts';
import { bringPapers, findInOrder } from './support/papers.ts';

/** Fields take whole minutes: on a faster clock they pass sooner. What follows is in market time. */
const SPEED = 6;
const SECOND_MS = 1_000 * SPEED;
const SOFT_CLOSE_SECONDS = 60;

test.use({ speed: SPEED });

interface Room {
  version: number;
  position: {
    status: string;
    closesAt: string;
    extensions: number;
    bidCount: number;
    result: { outcome: string; winner: number; price: { fen: number }; extensions: number } | null;
  };
  /** Oldest first. */
  bids: { at: string }[];
}

test('a patent goes all the way: listed, checked by two, auctioned live, extended, won', async ({ market }) => {
  test.setTimeout(6 * MINUTE_MS);
  const seller = await market.visit({ as: 'seller' });
  const handler = await market.visit({ as: 'handler' });
  const reviewer = await market.visit({ as: 'reviewer' });
  const cashier = await market.visit({ as: 'cashier' });
  const first = await market.visit({ as: 'investor-a' });
  const second = await market.visit({ as: 'investor-b', width: 390 });

  await expect
    .poll(async () => ((await ask<{ items: unknown[] }>(seller, '/api/listings?mine=true')).items ?? []).length, { timeout: MINUTE_MS })
    .toBeGreaterThan(3);

  // The enterprise enters its patent, which the catalogue does not have, and lists it.
  await seller.open('/listings/new');
  await field(seller, '专利号').fill('209919990000');
  await seller.page.getByRole('button', { name: '查找' }).click();
  await seller.page.getByRole('link', { name: '录入专利' }).click();
  await expect(field(seller, '专利号')).toHaveValue('209919990000');
  await field(seller, '中文名称').fill('一种示例钒渣亚熔盐法提钒装置');
  await field(seller, '申请人').fill('示例钒钛科技有限公司');
  await field(seller, '发明人').fill('示例发明人');
  await field(seller, 'IPC 分类').fill('C22B 34/22');
  await field(seller, '信息来源').fill('示例');
  await seller.page.getByRole('button', { name: '录入目录' }).click();
  await seller.page.waitForURL(/\/patents\/209919990000$/);
  await seller.page.getByRole('link', { name: '挂牌转让' }).click();
  await field(seller, '挂牌价').fill('100000');
  await field(seller, '标的说明').fill('示例：本标的为虚构，仅供演示。');
  await seller.page.getByRole('button', { name: '保存草稿' }).click();
  await seller.page.waitForURL(/\/listings\/listing/);
  await bringPapers(seller);
  await act(seller, '提交审核');
  const listing = seller.page.url();
  await shot(seller, 'auction/1-submitted');

  // Two officers, two people.
  await handler.open(listing);
  await findInOrder(handler);
  await act(handler, '经办通过');
  await expect(handler.page.getByRole('button', { name: '复核通过' })).toHaveCount(0);
  await reviewer.open(listing);
  await act(reviewer, '复核通过');
  await expect(reviewer.page.getByText('挂牌中').first()).toBeVisible();
  await shot(reviewer, 'auction/2-published');

  // The seller proposes, a handler drafts, a reviewer announces.
  // Twenty seconds of the wall to announce it, fifty more to enrol, to pay and to bid.
  const opens = Math.ceil((await now(seller) + 20 * SECOND_MS) / MINUTE_MS) * MINUTE_MS;
  const closes = opens + 50 * SECOND_MS;
  await seller.open(listing);
  await seller.page.getByRole('link', { name: '提出竞价方案' }).click();
  await field(seller, '起始价').fill('100000');
  await field(seller, '加价幅度').fill('5000');
  await field(seller, '保证金').fill('10000');
  await field(seller, '开始时间（北京时间）').fill(local(opens));
  await field(seller, '预定结束（北京时间）').fill(local(closes));
  await field(seller, '延时窗口（秒）').fill(String(SOFT_CLOSE_SECONDS));
  await seller.page.getByRole('button', { name: '提交方案' }).click();
  await seller.page.waitForURL(/\/auctions\/auction/);
  const room = seller.page.url();
  const id = decodeURIComponent(room.slice(room.lastIndexOf('/') + 1));
  await handler.open(`/desk/auctions/${encodeURIComponent(id)}`);
  await field(handler, '适用规则').click();
  await handler.page.getByText('示例网络竞价').last().click();
  await handler.page.getByRole('button', { name: '保存草案并转复核' }).click();
  await expect(handler.page.getByText('竞价草案已保存，转复核。')).toBeVisible();
  await reviewer.open(`/desk/auctions/${encodeURIComponent(id)}`);
  await act(reviewer, '复核通过并公告');

  // Both enrol; the cashier enters what the bank says.
  for (const investor of [first, second]) {
    await investor.open(room);
    const enrol = investor.page.getByRole('button', { name: '登记竞买' });
    await expect(enrol).toBeDisabled();
    await investor.page.getByLabel('我已阅读公告、挂牌条件和竞价规则，同意遵守').check();
    await enrol.click();
    await expect(investor.page.getByText('待缴纳')).toBeVisible();
  }
  await shot(second, 'auction/3-enrolled-390');
  const escrow = `/cashier/${encodeURIComponent(id.replace('auction:', 'escrow:'))}`;
  await cashier.open(escrow);
  await expect(cashier.page.getByText('登记 2 号').first()).toBeVisible();
  await pay(cashier, 'E2E0001', 1, '示例投资甲有限公司', '62000000000003');
  await pay(cashier, 'E2E0002', 2, '示例投资乙有限公司', '62000000000004');
  await shot(cashier, 'auction/4-deposits');
  await expect(first.page.getByText('竞买人 1', { exact: true }).first()).toBeVisible();
  await expect(second.page.getByText('竞买人 2', { exact: true }).first()).toBeVisible();

  // They bid against each other.
  await expect(first.page.getByRole('button', { name: /^出价 ¥100,000/ })).toBeVisible({ timeout: 2 * MINUTE_MS });
  await bid(first);
  await expect(second.page.getByText('竞买人 1 领先，您未领先').first()).toBeVisible();
  await bid(second);
  await expect(first.page.getByText('竞买人 2 领先，您未领先').first()).toBeVisible();
  await shot(first, 'auction/5-outbid');
  await bid(first);
  await expect(second.page.getByText('竞买人 1 领先，您未领先').first()).toBeVisible();

  // The last bid falls into the last seconds and moves the end.
  const inTheWindow = closes - (SOFT_CLOSE_SECONDS - 10) * 1_000;
  await expect.poll(() => now(second), { timeout: 2 * MINUTE_MS, intervals: [250] }).toBeGreaterThan(inTheWindow);
  await bid(second);
  await shot(second, 'auction/6-last-seconds-390');
  const extended = await ask<Room>(second, `/api/auctions/${encodeURIComponent(id)}`);
  // On a slow machine the bid before it was a late one too.
  expect(extended.position.extensions).toBeGreaterThanOrEqual(1);
  const lastBid = Date.parse(extended.bids.at(-1)?.at ?? '');
  expect(lastBid).toBeGreaterThanOrEqual(closes - SOFT_CLOSE_SECONDS * 1_000);
  expect(Date.parse(extended.position.closesAt)).toBe(lastBid + SOFT_CLOSE_SECONDS * 1_000);

  // It ends; both see the right result, also after a reload.
  await expect(second.page.getByText('恭喜，您已竞得')).toBeVisible({ timeout: MINUTE_MS });
  await expect(first.page.getByRole('heading', { name: '已成交' })).toBeVisible();
  await shot(first, 'auction/7-lost');
  await shot(second, 'auction/7-won-390');
  await second.page.reload();
  await expect(second.page.getByText('恭喜，您已竞得')).toBeVisible();
  const { position } = await ask<Room>(first, `/api/auctions/${encodeURIComponent(id)}`);
  expect(position.result).toMatchObject({ outcome: 'Sold', winner: 2, price: { fen: 11_500_000 }, extensions: extended.position.extensions });
  expect(position.bidCount).toBe(4);

  // The losing deposit goes back, the book balances, the papers stand.
  await cashier.open(escrow);
  await expect(cashier.page.getByText('未竞得退还').first()).toBeVisible();
  await expect(cashier.page.getByText('借贷平衡')).toBeVisible();
  await shot(cashier, 'auction/8-refund');
  await expect
    .poll(async () => (await ask<{ items: { kind: string }[] }>(second, `/api/papers?subject=${encodeURIComponent(id)}`)).items.map((paper) => paper.kind).sort(), { timeout: MINUTE_MS })
    .toEqual(['保证金收据', '公告', '成交确认书', '竞买资格确认书', '竞价记录'].sort());
  for (const visitor of [seller, handler, reviewer, cashier, first, second]) expect(visitor.complaints).toEqual([]);
});

/** The next minimum, confirmed in the dialog. */
async function bid({ page }: Visitor) {
  await page.getByRole('button', { name: /^出价 ¥/ }).first().click();
  await page.getByRole('button', { name: /^确认出价/ }).click();
  await expect(page.getByText(/出价 ¥[\d,.]+ 已被接受/).first()).toBeVisible();
}

/** One line of the bank statement. */
async function pay(cashier: Visitor, serial: string, enrolment: number, name: string, account: string) {
  const { page } = cashier;
  await page.getByLabel('银行流水号').fill(serial);
  await page.getByLabel('入账时间（北京时间）').fill(local(await now(cashier)));
  await page.getByLabel('金额', { exact: true }).fill('10000');
  await page.getByLabel('对应登记').click();
  await page.getByText(`登记 ${String(enrolment)} 号`).last().click();
  await page.getByLabel('付款人户名').fill(name);
  await page.getByLabel('付款账号').fill(account);
  await page.getByRole('button', { name: '登记此笔收款' }).click();
  await expect(page.getByText(`流水 ${serial}`).first()).toBeVisible();
}
