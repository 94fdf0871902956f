import { expect } from '@playwright/test';
import { act, field, shot } from './support/acting.ts';
import { admit, INVESTOR_A, INVESTOR_B } from './support/admitting.ts';
import { ask, firstOf, tell } from './support/asking.ts';
import { local, MINUTE_MS, now } from './support/clock.ts';
import { inOrder } from './support/looking.ts';
import { test, type Visitor } from './support/market.ts';

/** Fields take whole minutes: on a faster clock they pass sooner. What follows is in market time. */
const SPEED = 6;
const WALL_SECOND_MS = 1_000 * SPEED;

test.use({ speed: SPEED });

interface Room {
  position: { status: string; result: { outcome: string; winner: number; price: { fen: number } } | null };
}

test('a price falls by the clock until somebody takes it, and the other is told', async ({ market }) => {
  test.setTimeout(4 * MINUTE_MS);
  const seller = await market.visit({ as: 'seller' });
  const handler = await market.visit({ as: 'handler' });
  const reviewer = await market.visit({ as: 'reviewer' });
  const cashier = await market.visit({ as: 'cashier' });
  const first = await market.visit({ as: 'investor-a' });
  const second = await market.visit({ as: 'investor-b', width: 390 });
  const published = '/api/listings?mine=true&status=Published';
  await firstOf(seller, published);
  const listing = (await ask<{ items: { id: string }[] }>(seller, published)).items.at(-1)?.id ?? '';

  // The seller chooses a falling price and sees how it would run before he proposes it.
  await seller.open(`/listings/${encodeURIComponent(listing)}/auction`);
  await field(seller, '竞价方式').click();
  await seller.page.getByText('降价竞价', { exact: true }).last().click();
  await field(seller, '降价间隔（秒）').fill('60');
  await field(seller, '起始价').fill('100000');
  await field(seller, '降价幅度').fill('5000');
  await field(seller, '保证金').fill('10000');
  await field(seller, '底价（公开保留价）').fill('80000');
  const opens = Math.ceil((await now(seller) + 12 * WALL_SECOND_MS) / MINUTE_MS) * MINUTE_MS;
  await field(seller, '开始时间（北京时间）').fill(local(opens));
  await expect(seller.page.getByText('从 ¥100,000 降至 ¥80,000，共 5 个价格。')).toBeVisible();
  await seller.page.getByText('全部价格与时间').click();
  await shot(seller, 'descending/1-proposal');
  await seller.page.getByRole('button', { name: '提交方案' }).click();
  await seller.page.waitForURL(/\/auctions\/auction/);
  const room = seller.page.url();
  const id = decodeURIComponent(room.slice(room.lastIndexOf('/') + 1));
  const path = `/api/auctions/${encodeURIComponent(id)}`;
  await handler.open(`/desk/auctions/${encodeURIComponent(id)}`);
  await field(handler, '适用规则').click();
  await handler.page.getByText('示例网络竞价').last().click();
  await handler.page.getByRole('button', { name: '保存草案并转复核' }).click();
  await expect(handler.page.getByText('竞价草案已保存，转复核。')).toBeVisible();
  await reviewer.open(`/desk/auctions/${encodeURIComponent(id)}`);
  await act(reviewer, '复核通过并公告');

  await admit(first, cashier, id, INVESTOR_A);
  await admit(second, cashier, id, INVESTOR_B);
  await first.open(room);
  await second.open(room);

  // It falls once; who waits too long confirms the new price, who is quick has bought.
  await expect(first.page.getByRole('button', { name: '以 ¥100,000 成交' })).toBeVisible({ timeout: MINUTE_MS });
  await first.page.getByRole('button', { name: '以 ¥100,000 成交' }).click();
  await expect(first.page.getByRole('dialog').getByText('壹拾万元整')).toBeVisible();
  await expect(first.page.getByText('价格刚刚降为 ¥95,000，请重新确认。')).toBeVisible({ timeout: MINUTE_MS });
  await shot(first, 'descending/2-fallen-while-confirming');
  await first.page.getByRole('button', { name: '返回' }).click();
  await inOrder(first, 'descending/3-room', [1440]);
  await inOrder(second, 'descending/3-room', [390]);
  await second.page.getByRole('button', { name: /^以 ¥[\d,.]+ 成交$/ }).click();
  const confirm = second.page.getByRole('button', { name: /^(确认|改)以 ¥[\d,.]+ 成交$/ });
  await expect(confirm).toBeVisible();
  await shot(second, 'descending/4-confirming-390');
  await confirm.click();
  await expect(second.page.getByText('恭喜，您已竞得')).toBeVisible();
  await expect(first.page.getByRole('heading', { name: '已成交' })).toBeVisible();
  await inOrder(first, 'descending/5-lost', [1440]);
  await inOrder(second, 'descending/5-won', [390]);
  const { position } = await ask<Room>(first, path);
  expect(position.result).toMatchObject({ outcome: 'Sold', winner: 2 });
  expect(position.result?.price.fen).toBeLessThanOrEqual(9_500_000);

  // What everybody can download says the same, and the list which kind of bidding it was.
  await expect
    .poll(async () => (await ask<{ items: { kind: string }[] }>(second, `/api/papers?subject=${encodeURIComponent(id)}`)).items.map((paper) => paper.kind).sort(), { timeout: MINUTE_MS })
    .toEqual(['保证金收据', '公告', '成交确认书', '竞买资格确认书', '竞价记录'].sort());
  await first.open('/auctions');
  await expect(first.page.getByText('降价竞价').first()).toBeVisible();
  await shot(first, 'descending/6-list');
  for (const visitor of [seller, handler, reviewer, cashier, first, second]) expect(visitor.complaints).toEqual([]);
});

test('a buy-now price is taken before anybody bids', async ({ market }) => {
  test.setTimeout(3 * MINUTE_MS);
  const [seller, handler, reviewer, cashier] = await Promise.all(
    ['seller', 'handler', 'reviewer', 'cashier'].map((as) => market.visit({ as })),
  ) as [Visitor, Visitor, Visitor, Visitor];
  const buyer = await market.visit({ as: 'investor-b' });
  const published = '/api/listings?mine=true&status=Published';
  await firstOf(seller, published);
  const listing = (await ask<{ items: { id: string }[] }>(seller, published)).items.at(-1)?.id;
  const cny = (yuan: number) => ({ fen: yuan * 100, currency: 'CNY' });
  const opens = await now(seller) + 10 * WALL_SECOND_MS;
  const terms = {
    startPrice: cny(100_000), step: cny(5_000), reserve: null, buyNow: cny(150_000), takesProxies: true, softCloseSeconds: 60,
    opensAt: new Date(opens).toISOString(), closesAt: new Date(opens + 60 * MINUTE_MS).toISOString(), deposit: cny(10_000),
  };
  const { id } = await tell<{ id: string }>(seller, '/api/auctions', { listing, terms });
  const path = `/api/auctions/${encodeURIComponent(id)}`;
  await tell(handler, `${path}/draft`, { profile: 'demo-online-bidding', terms });
  await tell(reviewer, `${path}/publish`);
  await admit(buyer, cashier, id, INVESTOR_B);
  await buyer.open(`/auctions/${encodeURIComponent(id)}`);
  await expect(buyer.page.getByRole('button', { name: '以 ¥150,000 成交' })).toBeVisible({ timeout: MINUTE_MS });
  await inOrder(buyer, 'descending/7-buy-now');
  await buyer.page.getByRole('button', { name: '以 ¥150,000 成交' }).click();
  await shot(buyer, 'descending/8-buy-now-confirming');
  await buyer.page.getByRole('button', { name: '确认以 ¥150,000 成交' }).click();
  await expect(buyer.page.getByText('恭喜，您已竞得')).toBeVisible();
  expect((await ask<Room>(buyer, path)).position.result).toMatchObject({ outcome: 'Sold', winner: 1, price: { fen: 15_000_000 } });
});
