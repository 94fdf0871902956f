import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { act, field, shot } from './support/acting.ts';
import { admit, INVESTOR_A, INVESTOR_B } from './support/admitting.ts';
import { ask, firstOf, tell } from './support/asking.ts';
import { MINUTE_MS, now } from './support/clock.ts';
import { inOrder, inOrderInBothLanguages } from './support/looking.ts';
import { test, type Visitor } from './support/market.ts';

const SPEED = 3;
const PASSWORD = 'a long enough password';
/** In yuan as typed, and in fen. */
const BIDS = [['617283.95', 61_728_395], ['735291.46', 73_529_146]] as const;

test.use({ speed: SPEED });

interface Room {
  position: { status: string; result: { winner: number; price: { fen: number } } | null };
  abilities: string[];
}

const cny = (fen: number) => ({ fen, currency: 'CNY' });

test('sealed bids are read by nobody before their holders open them, and the right one wins', async ({ market }) => {
  test.setTimeout(8 * MINUTE_MS);
  const seller = await market.visit({ as: 'seller' });
  const handler = await market.visit({ as: 'handler' });
  const reviewer = await market.visit({ as: 'reviewer' });
  const cashier = await market.visit({ as: 'cashier' });
  const holders = [await market.visit({ as: 'supervisor' }), await market.visit({ as: 'admin' }), await market.visit({ as: 'approver', width: 390 })];
  const investors = [await market.visit({ as: 'investor-a' }), await market.visit({ as: 'investor-b', width: 390 })];

  // Each holder makes his key in his own browser.
  const points: string[] = [];
  for (const holder of holders) {
    await holder.open('/holder-key');
    await holder.page.getByLabel(/^备份密码/).fill(PASSWORD);
    const downloading = holder.page.waitForEvent('download');
    await holder.page.getByRole('button', { name: '生成并下载备份' }).click();
    const backup = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as Record<string, unknown>;
    const point = holder.page.getByTestId('holder-point');
    await expect(point).toHaveText(/^04[0-9a-f]{128}$/);
    points.push((await point.textContent()) ?? '');
    expect(backup['point']).toBe(points.at(-1));
  }
  await inOrderInBothLanguages(holders[0] as Visitor, '/holder-key', 'sealed-holder-key');
  await shot(holders[0] as Visitor, 'sealed/1-holder-key');

  // The seller proposes, a handler names the holders, a reviewer announces.
  const published = '/api/listings?mine=true&status=Published';
  await firstOf(seller, published);
  const listing = (await ask<{ items: { id: string }[] }>(seller, published)).items.at(-1)?.id;
  const opens = Math.ceil(((await now(seller)) + 40_000 * SPEED) / MINUTE_MS) * MINUTE_MS;
  const terms = {
    startPrice: cny(50_000_000),
    step: cny(0),
    reserve: null,
    opensAt: new Date(opens).toISOString(),
    closesAt: new Date(opens + 4 * MINUTE_MS).toISOString(),
    softCloseSeconds: 30,
    deposit: cny(5_000_000),
    protocol: 'Vickrey',
  };
  const { id } = await tell<{ id: string }>(seller, '/api/auctions', { listing, terms });
  await handler.open(`/desk/auctions/${encodeURIComponent(id)}`);
  await field(handler, '适用规则').click();
  await handler.page.getByText('示例网络竞价').last().click();
  for (const [i, point] of points.entries()) {
    await field(handler, `保管人 ${String(i + 1)}：机构或岗位（不写个人姓名）`).fill(`示例保管单位${String(i + 1)}`);
    await field(handler, `保管人 ${String(i + 1)} 的公钥`).fill(point);
  }
  await inOrder(handler, 'sealed-draft');
  await shot(handler, 'sealed/2-draft');
  await handler.page.getByRole('button', { name: '保存草案并转复核' }).click();
  await expect(handler.page.getByText('竞价草案已保存，转复核。')).toBeVisible();
  await reviewer.open(`/desk/auctions/${encodeURIComponent(id)}`);
  await act(reviewer, '复核通过并公告');

  // Both are admitted.
  const room = `/api/auctions/${encodeURIComponent(id)}`;
  for (const [investor, payer] of [[investors[0], INVESTOR_A], [investors[1], INVESTOR_B]] as const) await admit(investor as Visitor, cashier, id, payer);

  // They seal their bids; the first replaces his.
  for (const [i, investor] of investors.entries()) {
    await expect.poll(async () => (await ask<Room>(investor, room)).abilities, { timeout: 2 * MINUTE_MS }).toContain('seal-bid');
    await investor.open(`/auctions/${encodeURIComponent(id)}`);
    if (i === 0) await sealOne(investor, '600000.01', '确认金额');
    await sealOne(investor, BIDS[i]?.[0] ?? '', i === 0 ? '替换我的报价' : '确认金额');
    await expect(investor.page.getByText(/密封报价已受理/).first()).toBeVisible();
  }
  await inOrder(investors[0] as Visitor, 'sealed-room-open');
  await shot(investors[0] as Visitor, 'sealed/3-sealed');
  await shot(investors[1] as Visitor, 'sealed/3-sealed-390');
  noAmountIn(market.server.folder);

  // The deadline passes; still nothing is to be read.
  await expect.poll(async () => (await ask<Room>(seller, room)).position.status, { timeout: 3 * MINUTE_MS }).toBe('Opening');
  noAmountIn(market.server.folder);

  // Two of three holders open.
  for (const holder of [holders[0], holders[2]] as Visitor[]) {
    await holder.open(`/auctions/${encodeURIComponent(id)}`);
    if (holder === holders[2]) await inOrder(holder, 'sealed-room-opening');
    await shot(holder, `sealed/4-opening-${holder === holders[2] ? '390' : '1440'}`);
    await holder.page.getByRole('button', { name: '开启并提交 2 份份额' }).click();
    await expect(holder.page.getByText('已提交 2/2 份份额。').or(holder.page.getByRole('heading', { name: '已成交' })).first()).toBeVisible();
  }
  await expect.poll(async () => (await ask<Room>(seller, room)).position.status, { timeout: MINUTE_MS }).toBe('Closed');
  const { position } = await ask<Room>(seller, room);
  expect(position.result).toMatchObject({ winner: 2, price: { fen: BIDS[0][1] } });
  const winner = investors[1] as Visitor;
  await expect(winner.page.getByText('恭喜，您已竞得')).toBeVisible({ timeout: MINUTE_MS });
  await expect(winner.page.getByRole('listitem').filter({ hasText: '竞买人 1' }).getByText('¥617,283.95')).toBeVisible();
  await inOrder(winner, 'sealed-room-closed', [390, 1440]);
  await shot(winner, 'sealed/5-won');

  await inOrderInBothLanguages(seller, `/auctions/${encodeURIComponent(id)}`, 'sealed-room-over');

  // Anybody opens all of it again, without the market.
  await seller.open(`/auctions/${encodeURIComponent(id)}`);
  const downloading = seller.page.waitForEvent('download');
  await seller.page.getByRole('link', { name: '下载证明包' }).click();
  const bundle = await readFile(await (await downloading).path());
  await seller.open('/verifying');
  await seller.page.locator('input[type=file]').setInputFiles({ name: 'sealed.ndjson', mimeType: 'application/x-ndjson', buffer: bundle });
  await expect(seller.page.getByText('sealed.ndjson：验证通过')).toBeVisible();
  await shot(seller, 'sealed/6-verified');
  for (const visitor of [seller, handler, reviewer, cashier, ...holders, ...investors]) expect(visitor.complaints).toEqual([]);
});

/** Types an amount, confirms it, saves the key, hands the bid in. */
async function sealOne({ page }: Visitor, yuan: string, button: string) {
  await page.getByLabel(/^报价金额/).fill(yuan);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('button', { name: '在本机密封' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存密钥文件' }).click();
  expect((await downloading).suggestedFilename()).toContain('bid-key');
  await page.getByRole('button', { name: '提交密封报价' }).click();
  await expect(page.getByLabel(/^报价金额/)).toBeVisible();
}

/** Every file of the market's data folder, the databases and their logs: no amount as digits or as it was encrypted. */
function noAmountIn(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.some(({ name }) => name.startsWith('journal'))).toBe(true);
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const [yuan, fen] of BIDS) {
      const plain = Buffer.alloc(8);
      plain.writeBigUInt64BE(BigInt(fen));
      for (const needle of [Buffer.from(yuan), Buffer.from(String(fen)), plain])
        expect(bytes.includes(needle), `${name} holds ${yuan}`).toBe(false);
    }
  }
}
