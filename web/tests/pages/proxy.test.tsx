import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { FakeHub } from '../support/hub.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { cny } from '../support/samples/catalogue.ts';
import * as people from '../support/samples/people.ts';
import * as trading from '../support/samples/trading.ts';

beforeAll(warmUp, WARM_UP_MS);

const ROOM = '/auctions/auction:01JROOM';
const terms = { ...trading.terms, takesProxies: true, hasPreemption: true };
const proxyRoom = {
  ...trading.biddersRoom,
  abilities: ['bid', 'set-proxy', 'match-price'],
  terms,
  mine: { ...trading.mine, rank: 1, proxy: { maximum: cny(1_150_000), setAt: trading.NOW, isUsedUp: true } },
  bids: [
    ...trading.bids.slice(0, 4),
    ...trading.bids.slice(4).map((bid) => ({
      ...bid, kind: 'Proxy' as const, answer: { bidder: 3, amount: cny(1_150_000), leads: false },
    })),
  ],
};
const receipt = { accepted: true, pos: 9, version: 19, record: 19, at: trading.NOW, closesAt: null, leading: true };

async function inTheRoom(changes = {}) {
  FakeHub.reachable = false;
  const page = open(ROOM, { 'GET /api/me': people.bidder, 'GET /api/auctions/*': proxyRoom, ...changes });
  await screen.findByRole('region', { name: '我的最高价（自动出价）' });
  return page;
}

describe('my maximum', () => {
  it('is confirmed with capitals and sent once; the panel says how it stands', async () => {
    const { person, calls } = await inTheRoom({
      'POST /api/auctions/*/proxy': { ...receipt, maximum: cny(1_300_000), price: cny(1_190_000) },
    });
    const panel = screen.getByRole('region', { name: '我的最高价（自动出价）' });
    expect(within(panel).getByText('您的最高价 ¥1,150,000 已被超过。')).toBeVisible();
    await person.type(within(panel).getByLabelText('最高价（不低于 ¥1,190,000）'), '1300000');
    await person.click(within(panel).getByRole('button', { name: '设定最高价' }));
    expect(within(panel).getByText('壹佰叁拾万元整')).toBeVisible();
    await person.click(within(panel).getByRole('button', { name: '确认最高价 ¥1,300,000' }));
    expect(await within(panel).findByText('最高价 ¥1,300,000 已生效，您领先。')).toBeVisible();
    const sent = calls('POST', /proxy$/);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toEqual({ maximum: { fen: 130_000_000, currency: 'CNY' } });
  });

  it('that is refused says why', async () => {
    const { person } = await inTheRoom({
      'POST /api/auctions/*/proxy': refused(409, { code: 'BELOW_NEXT_MINIMUM', title: '出价不得低于 ¥1,190,000。' }),
    });
    const panel = screen.getByRole('region', { name: '我的最高价（自动出价）' });
    await person.type(within(panel).getByLabelText(/^最高价（不低于/), '5');
    await person.click(within(panel).getByRole('button', { name: '设定最高价' }));
    await person.click(within(panel).getByRole('button', { name: '确认最高价 ¥5' }));
    expect(await within(panel).findByText('出价不得低于 ¥1,190,000。')).toBeVisible();
  });
});

describe('the history', () => {
  it('shows automatic bids as such, and mine that were used up', async () => {
    await inTheRoom();
    const log = screen.getByRole('log', { name: '出价记录' });
    expect(within(log).getByText('自动出价；您的自动出价至 ¥1,150,000 用尽')).toBeVisible();
  });
});

describe('a pre-emption right', () => {
  it('takes the price as it stands, confirmed', async () => {
    const { person, calls } = await inTheRoom({ 'POST /api/auctions/*/match': trading.receipt });
    await person.click(screen.getByRole('button', { name: '按当前价 ¥1,180,000 应买' }));
    await person.click(screen.getByRole('button', { name: '确认以 ¥1,180,000 应买' }));
    expect(await screen.findByText(/同价应买，您领先/)).toBeVisible();
    expect(calls('POST', /match$/)[0]?.body).toEqual({ price: { fen: 118_000_000, currency: 'CNY' } });
  });
});
