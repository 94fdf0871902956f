import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatYuan } from '@/shared/format/money.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import * as people from '../support/samples/people.ts';
import * as trading from '../support/samples/trading.ts';

beforeAll(async () => {
  await warmUp();
}, WARM_UP_MS);

const ROOM = '/auctions/auction:01JROOM';

describe('the terms', () => {
  it('name who sells', async () => {
    open(ROOM);
    expect((await screen.findByText('出让方')).nextElementSibling).toHaveTextContent('攀枝花学院');
  });
});

describe('who is in the room', () => {
  it('a visitor sees everything and is led to the sign-in', async () => {
    open(ROOM);
    expect(await screen.findByRole('link', { name: '登录后登记' })).toHaveAttribute('href', `/sign-in?from=${encodeURIComponent(ROOM)}`);
    expect(screen.queryByRole('heading', { name: '出价' })).not.toBeInTheDocument();
  });

  it('who awaits the deposit reads where to pay', async () => {
    const mine = { ...trading.mine, status: 'Requested', bidder: null, depositState: 'Awaited', received: null };
    open(ROOM, { 'GET /api/me': people.bidder, 'GET /api/auctions/*': { ...trading.room, mine } });
    expect(await screen.findByText(people.centre.custodyAccount)).toBeVisible();
  });

  it('who never paid is not asked for it after the close', async () => {
    const mine = { ...trading.mine, status: 'Requested', bidder: null, depositState: 'Awaited', received: null };
    open(ROOM, { 'GET /api/me': people.bidder, 'GET /api/auctions/*': { ...trading.closedRoom, mine } });
    expect(await screen.findByText(/本次登记未取得竞买资格/)).toBeVisible();
    expect(screen.queryByText(people.centre.custodyAccount)).not.toBeInTheDocument();
  });

  it('everybody reads the result in figures and in capitals', async () => {
    open(ROOM, { 'GET /api/auctions/*': trading.closedRoom });
    expect(await screen.findByRole('heading', { name: '已成交' })).toBeVisible();
    expect(screen.getByText('壹佰壹拾捌万元整')).toBeVisible();
    expect(screen.getByText('成交价')).toBeVisible();
  });
});

describe('whoever enrols', () => {
  it('has read the rules first', async () => {
    const { person, calls } = open(ROOM, {
      'GET /api/me': people.bidder,
      'GET /api/auctions/*': { ...trading.room, abilities: ['enrol'], mine: null },
    });
    const act = await screen.findByRole('button', { name: '登记竞买' });
    expect(act).toBeDisabled();
    expect(screen.getByRole('link', { name: /查看规则/ })).toHaveAttribute('href', '/rules/patent-open');
    await person.click(screen.getByRole('checkbox', { name: /已阅读/ }));
    await person.click(act);
    await waitFor(() => expect(calls('POST', /enrolments$/)).toHaveLength(1));
  });
});

describe('the winner', () => {
  it('reads what is still to be paid', async () => {
    const { result } = trading.closedRoom.position;
    const mine = { ...trading.mine, bidder: result?.winner ?? null, depositState: 'HeldTowardsPrice' };
    open(ROOM, { 'GET /api/me': people.bidder, 'GET /api/auctions/*': { ...trading.closedRoom, mine } });
    const rest = (result?.price?.fen ?? 0) - trading.mine.deposit.fen;
    expect((await screen.findByText('尚需支付余款')).nextElementSibling).toHaveTextContent(formatYuan(rest));
  });
});
