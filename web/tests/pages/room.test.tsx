import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { FakeHub } from '../support/hub.ts';
import { BROKEN, SILENCE, type Sent } from '../support/network.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { cny } from '../support/samples/catalogue.ts';
import * as people from '../support/samples/people.ts';
import * as trading from '../support/samples/trading.ts';

beforeAll(async () => {
  await warmUp();
  await import('@/features/trading/room/bidding/bid-dialog.tsx');
}, WARM_UP_MS);

const ROOM = '/auctions/auction:01JROOM';
const BIDDING = { 'GET /api/me': people.bidder, 'GET /api/auctions/*': trading.biddersRoom };

/** An admitted bidder in the open room, with the line up or not. */
async function inTheRoom(changes = {}, reachable = false) {
  FakeHub.reachable = reachable;
  const page = open(ROOM, { ...BIDDING, ...changes });
  await screen.findByRole('heading', { name: '出价' });
  return page;
}

const update = (version: number, fromVersion: number, yuan: number) => ({
  auction: trading.room.id,
  fromVersion,
  at: '2026-11-26T07:00:10Z',
  position: { ...trading.room.position, version, price: cny(yuan), leader: 1, nextMinimum: cny(yuan + 10_000), bidCount: 6 },
  bids: [{ bidder: 1, amount: cny(yuan), at: '2026-11-26T07:00:10Z', version }],
});

describe('a bid', () => {
  it('is placed with the keyboard alone: once to ask, once to confirm', async () => {
    const { person, calls } = await inTheRoom();
    screen.getByRole('button', { name: '出价 ¥1,190,000' }).focus();
    await person.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: '确认出价' });
    expect(within(dialog).getByText('壹佰壹拾玖万元整')).toBeInTheDocument();
    const confirm = within(dialog).getByRole('button', { name: '确认出价 ¥1,190,000' });
    let presses = 0;
    while (document.activeElement !== confirm && presses++ < 6) await person.keyboard('{Tab}');
    expect(presses).toBeLessThanOrEqual(5);
    await person.keyboard('{Enter}');
    expect(await screen.findByText(/出价 ¥1,190,000 已被接受：2026-11-26 15:00:05，第 19 号记录/)).toBeVisible();
    const [bid] = calls('POST', /bids$/);
    expect(bid?.body).toEqual({ amount: { fen: 119_000_000, currency: 'CNY' } });
    expect(bid?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('that is refused says why and fills in the new minimum', async () => {
    const { person } = await inTheRoom({
      'POST /api/auctions/*/bids': refused(409, { code: 'BELOW_NEXT_MINIMUM', title: '出价不得低于 ¥1,250,000。', figures: { nextMinimum: cny(1_250_000) } }),
    });
    await person.click(screen.getByRole('button', { name: '出价 ¥1,190,000' }));
    await person.click(await screen.findByRole('button', { name: '确认出价 ¥1,190,000' }));
    expect(await screen.findByText('出价不得低于 ¥1,250,000。')).toBeVisible();
    expect(screen.getByLabelText('自行输入金额')).toHaveValue('1,250,000');
  });

  it('without a known outcome is asked again with the same command id, also after a reload', async () => {
    let answer: unknown = BROKEN;
    const changes = { 'POST /api/auctions/*/bids': () => answer };
    const first = await inTheRoom(changes);
    await first.person.click(screen.getByRole('button', { name: '出价 ¥1,190,000' }));
    await first.person.click(await screen.findByRole('button', { name: '确认出价 ¥1,190,000' }));
    expect(await screen.findByText(/正在核实结果；不会重复出价/)).toBeVisible();
    const id = (bid: Sent | undefined) => bid?.headers.get('Idempotency-Key');
    const sent = id(first.calls('POST', /bids$/)[0]);
    answer = trading.receipt;
    const second = open(ROOM, { ...BIDDING, ...changes });
    await waitFor(() => expect(second.calls('POST', /bids$/).length).toBeGreaterThan(0));
    expect(id(second.calls('POST', /bids$/)[0])).toBe(sent);
  });

  it('after a big jump wants the amount typed again', async () => {
    const { person } = await inTheRoom();
    await person.type(screen.getByLabelText('自行输入金额'), '2000000');
    await person.click(screen.getByRole('button', { name: '按此金额出价' }));
    const confirm = await screen.findByRole('button', { name: '确认出价 ¥2,000,000' });
    expect(confirm).toBeDisabled();
    await person.type(screen.getByLabelText('加价幅度较大，请再次输入金额以确认'), '2000000');
    expect(confirm).toBeEnabled();
  });

  it('whose minimum rises while it is confirmed asks anew', async () => {
    const { person } = await inTheRoom({}, true);
    await screen.findByText(/^实时/);
    await person.click(screen.getByRole('button', { name: '出价 ¥1,190,000' }));
    await screen.findByRole('dialog', { name: '确认出价' });
    act(() => FakeHub.last.say('Moved', update(19, 18, 1_200_000)));
    expect(await screen.findByText(/价格刚刚变化/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '改按 ¥1,210,000 出价' })).toBeEnabled();
  });

  it('over the hub is answered by the hub', async () => {
    FakeHub.answers = { PlaceBid: () => trading.receipt };
    const { person, calls } = await inTheRoom({}, true);
    await screen.findByText(/^实时/);
    await person.click(screen.getByRole('button', { name: '出价 ¥1,190,000' }));
    await person.click(await screen.findByRole('button', { name: '确认出价 ¥1,190,000' }));
    expect(await screen.findByText(/已被接受/)).toBeVisible();
    expect(FakeHub.last.invoked.find(([name]) => name === 'PlaceBid')?.[3]).toBe(119_000_000);
    expect(calls('POST', /bids$/)).toHaveLength(0);
  });
});

describe('the line', () => {
  it('shows what the hub says', async () => {
    await inTheRoom({}, true);
    await screen.findByText(/^实时/);
    act(() => FakeHub.last.say('Moved', update(19, 18, 1_200_000)));
    expect((await screen.findAllByText('¥1,200,000')).length).toBeGreaterThan(0);
  });

  it('asks for the room again when something was missed', async () => {
    const { calls } = await inTheRoom({}, true);
    await screen.findByText(/^实时/);
    const before = calls('GET', /auction:01JROOM$/).length;
    act(() => FakeHub.last.say('Moved', update(25, 23, 1_300_000)));
    await waitFor(() => expect(calls('GET', /auction:01JROOM$/).length).toBe(before + 1));
    expect(calls('GET', /auction:01JROOM$/).at(-1)?.search.get('since')).toBe('18');
    expect(screen.queryAllByText('¥1,300,000')).toHaveLength(0);
  });

  it('says that it reconnects, and asks what was missed once it is back', async () => {
    const { calls } = await inTheRoom({}, true);
    await screen.findByText(/^实时/);
    const before = calls('GET', /auction:01JROOM$/).length;
    FakeHub.reachable = false;
    act(() => FakeHub.last.drop());
    expect(await screen.findByText(/正在重连（/)).toBeVisible();
    FakeHub.reachable = true;
    expect(await screen.findByText(/^实时/)).toBeVisible();
    await waitFor(() => expect(calls('GET', /auction:01JROOM$/).length).toBeGreaterThan(before));
  });

  it('keeps the room readable while it is down', async () => {
    open(ROOM, { ...BIDDING, 'GET /api/time': SILENCE });
    expect(await screen.findByRole('heading', { name: '出价记录' })).toBeVisible();
  });
});
