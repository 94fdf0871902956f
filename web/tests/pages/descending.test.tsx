import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Server } from '@/shared/api/types.ts';
import { refused } from '../support/answers.ts';
import { FakeHub } from '../support/hub.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { cny } from '../support/samples/catalogue.ts';
import * as people from '../support/samples/people.ts';
import * as trading from '../support/samples/trading.ts';

beforeAll(warmUp, WARM_UP_MS);

const ROOM = '/auctions/auction:01JROOM';
const HOUR = 3_600_000;
const hours = (after: number) => new Date(Date.parse(trading.NOW) + after * HOUR).toISOString();

/** Of four prices an hour each the second has stood for half an hour. */
const terms: Server['AuctionTerms'] = {
  ...trading.terms,
  protocol: 'Dutch',
  startPrice: cny(1_000_000),
  step: cny(100_000),
  reserve: cny(750_000),
  clock: { intervalSeconds: 3_600 },
  softCloseSeconds: 0,
  opensAt: hours(-1.5),
  closesAt: hours(2.5),
};
const position = { ...trading.room.position, price: null, leader: null, bidCount: 0, isReserveMet: null, closesAt: terms.closesAt };
const room: Server['AuctionRoom'] = { ...trading.biddersRoom, abilities: ['take-price'], terms, position, bids: [] };

async function inTheRoom(changes = {}) {
  FakeHub.reachable = false;
  const page = open(ROOM, {
    'GET /api/me': people.bidder, 'GET /api/auctions/*': room, ...changes,
  });
  await screen.findByRole('heading', { level: 1 });
  return page;
}

const rising = { ...trading.terms, buyNow: cny(2_000_000) };
const untouched = { ...position, status: 'Open' as const };

describe('a buy-now price', () => {
  it('is taken with its capitals confirmed, while nobody bid', async () => {
    const { person, calls } = await inTheRoom({
      'GET /api/auctions/*': { ...room, abilities: ['bid', 'take-price'], terms: rising, position: untouched },
      'POST /api/auctions/*/take': { ...trading.receipt, price: cny(2_000_000) },
    });
    const panel = await screen.findByRole('region', { name: '一口价' });
    await person.click(within(panel).getByRole('button', { name: '以 ¥2,000,000 成交' }));
    expect(within(panel).getByText('贰佰万元整')).toBeVisible();
    await person.click(within(panel).getByRole('button', { name: '确认以 ¥2,000,000 成交' }));
    await vi.waitFor(() => expect(calls('POST', /take$/)).toHaveLength(1));
    expect(calls('POST', /take$/)[0]?.body).toEqual({ price: { fen: 200_000_000, currency: 'CNY' } });
  });

  it('that is gone says so, and is not offered once somebody bid', async () => {
    const { person } = await inTheRoom({
      'GET /api/auctions/*': { ...room, abilities: ['bid', 'take-price'], terms: rising, position: untouched },
      'POST /api/auctions/*/take': refused(409, { code: 'BUY_NOW_GONE', title: '已有人出价，一口价已失效。' }),
    });
    const panel = await screen.findByRole('region', { name: '一口价' });
    await person.click(within(panel).getByRole('button', { name: '以 ¥2,000,000 成交' }));
    await person.click(within(panel).getByRole('button', { name: '确认以 ¥2,000,000 成交' }));
    expect(await screen.findByText('已有人出价，一口价已失效。')).toBeVisible();
    expect(screen.getByText('（首次出价前有效）')).toBeVisible();
  });
});

describe('a falling price', () => {
  it('shows what it is, what comes next and every price with its time', async () => {
    await inTheRoom();
    expect(await screen.findByText('下一价 ¥800,000')).toBeVisible();
    expect(screen.getAllByText('¥900,000').length).toBeGreaterThan(0);
    expect(screen.getByText('第 2 个价格，共 4 个')).toBeVisible();
    const schedule = await screen.findByRole('region', { name: '全部价格与时间' });
    expect(within(schedule).getAllByRole('row')).toHaveLength(5);
    expect(within(schedule).getByText('当前')).toBeVisible();
    expect(within(schedule).getByText('¥750,000')).toBeVisible();
  });

  it('is taken with its capitals confirmed, and sent once as it was shown', async () => {
    const { person, calls } = await inTheRoom({ 'POST /api/auctions/*/take': { ...trading.receipt, price: cny(900_000) } });
    await person.click(await screen.findByRole('button', { name: '以 ¥900,000 成交' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('玖拾万元整')).toBeInTheDocument();
    await person.click(within(dialog).getByRole('button', { name: '确认以 ¥900,000 成交' }));
    expect(await screen.findByText(/您已以 ¥900,000 成交/)).toBeVisible();
    const sent = calls('POST', /take$/);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toEqual({ price: { fen: 90_000_000, currency: 'CNY' } });
  });

  it('that moved meanwhile says so', async () => {
    const { person } = await inTheRoom({
      'POST /api/auctions/*/take': refused(409, { code: 'PRICE_MOVED', title: '价格已变为 ¥800,000.00，请重新确认。' }),
    });
    await person.click(await screen.findByRole('button', { name: '以 ¥900,000 成交' }));
    await person.click(await screen.findByRole('button', { name: '确认以 ¥900,000 成交' }));
    expect(await screen.findByText('价格已变为 ¥800,000.00，请重新确认。')).toBeVisible();
  });

  it('stands still while it is suspended', async () => {
    const suspension = { cause: 'Officer' as const, reason: '查证', outage: null };
    await inTheRoom({
      'GET /api/auctions/*': {
        ...room, abilities: [], position: { ...position, status: 'Suspended', suspension, clockStands: cny(800_000) },
      },
    });
    expect(screen.getAllByText('¥800,000').length).toBeGreaterThan(0);
    expect(screen.getByText('恢复后从中止时的价格和剩余时间继续。')).toBeVisible();
    expect(screen.queryByRole('button', { name: /成交$/ })).toBeNull();
  });
});
