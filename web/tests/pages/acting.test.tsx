import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '@/shared/api/types.ts';
import { keepPending, readPending } from '@/shared/live/pending.ts';
import { actFor } from '@/shared/session/acting.ts';
import { refused } from '../support/answers.ts';
import { FakeHub } from '../support/hub.ts';
import { SILENCE, type Sent } from '../support/network.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import * as people from '../support/samples/people.ts';
import * as trading from '../support/samples/trading.ts';

beforeAll(warmUp, WARM_UP_MS);

const ROOM = '/auctions/auction:01JROOM';
const BUYER = 'party:01JBUYER';
const BANK = 'party:01JBANK';
const parties: Server['Membership'][] = [
  { party: BUYER, name: '攀枝花钒业科技有限公司', role: 'Representative' },
  { party: BANK, name: '攀西示例银行', role: 'Agent' },
];

/** The server's own way: nobody's party where several could be meant, and none that is not the person's. */
const me = ({ headers }: Sent) => {
  const wish = headers.get('X-Party');
  if (wish !== null && !parties.some(({ party }) => party === wish)) return refused(403, { code: 'NOT_A_MEMBER' });
  return { ...people.bidder, parties, party: wish };
};

const asTwo = { 'GET /api/me': me, 'GET /api/auctions/*': trading.biddersRoom };
const choice = () => screen.findByRole('combobox', { name: '代表的主体' });
const partiesOf = (calls: Sent[]) => calls.map(({ headers }) => headers.get('X-Party'));

describe('who acts for one party', () => {
  it('is told its name and has nothing to choose', async () => {
    const { sent } = open('/auctions', { 'GET /api/me': people.bidder });
    expect(await screen.findByText('攀枝花钒业科技有限公司')).toBeVisible();
    expect(screen.queryByRole('combobox', { name: '代表的主体' })).toBeNull();
    expect(sent.some(({ headers }) => headers.has('X-Party'))).toBe(false);
  });
});

describe('who acts for two parties', () => {
  it('acts for the first until a choice is made', async () => {
    open('/auctions', asTwo);
    const select = await choice();
    expect(select).toHaveValue(BUYER);
    expect(within(select).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(parties.map(({ name }) => name));
  });

  it('chooses the other with the keyboard: asked anew, over a new line', async () => {
    const { person, sent } = open(ROOM, asTwo);
    const select = await choice();
    await waitFor(() => expect(FakeHub.last.url).toBe(`/hubs/auctions?party=${encodeURIComponent(BUYER)}`));
    const made = FakeHub.made.length;
    const before = sent.length;
    let presses = 0;
    while (document.activeElement !== select && presses++ < 20) await person.keyboard('{Tab}');
    expect(select).toHaveFocus();
    await person.selectOptions(select, BANK);
    await waitFor(() => expect(FakeHub.made.length).toBeGreaterThan(made));
    expect(FakeHub.last.url).toBe(`/hubs/auctions?party=${encodeURIComponent(BANK)}`);
    await screen.findAllByText(/出价记录/);
    const after = sent.slice(before).filter(({ path }) => path !== '/api/identity/antiforgery');
    expect(after.map(({ path }) => decodeURIComponent(path))).toContain('/api/auctions/auction:01JROOM');
    expect(new Set(partiesOf(after))).toEqual(new Set([BANK]));
    expect(await choice()).toHaveValue(BANK);
    expect(await choice()).toHaveFocus();
  });

  it('does not see for one what was asked for the other', async () => {
    const { person } = open('/listings', {
      ...asTwo,
      'GET /api/listings': ({ headers }: Sent) =>
        headers.get('X-Party') === BANK ? SILENCE : { items: [], total: 0, next: null },
    });
    await screen.findByText('还没有挂牌');
    await person.selectOptions(await choice(), BANK);
    await waitFor(() => expect(screen.queryByText('还没有挂牌')).toBeNull());
    expect((await screen.findAllByText('正在载入……')).length).toBeGreaterThan(0);
  });

  it('keeps the choice for the session and sends it with what is written', async () => {
    actFor(BANK);
    const { person, calls } = open('/organisation', { ...asTwo, 'GET /api/parties/*': { ...people.party, id: BANK } });
    const [save] = await screen.findAllByRole('button', { name: '保存' });
    expect(await choice()).toHaveValue(BANK);
    await person.click(save as HTMLElement);
    await waitFor(() => expect(partiesOf(calls('PUT', /identity$/))).toEqual([BANK]));
  });

  it('loses a choice that is not (any longer) possible', async () => {
    actFor('party:01JGONE');
    open('/auctions', asTwo);
    expect(await choice()).toHaveValue(BUYER);
    expect(sessionStorage.getItem('ipmarket.party')).toBe(BUYER);
  });

  it('never asks again for one party what was bid for the other', () => {
    actFor(BUYER);
    keepPending('auction:01JROOM', { commandId: 'c', fen: 1 });
    actFor(BANK);
    expect(readPending('auction:01JROOM')).toBeNull();
    actFor(BUYER);
    expect(readPending('auction:01JROOM')).toEqual({ commandId: 'c', fen: 1 });
  });
});
