import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { read } from '@/features/trading/sealed/crypto/envelope.ts';
import { keyOf, openBid, openShare } from '@/features/trading/sealed/crypto/opening.ts';
import { pointOf } from '@/features/trading/sealed/crypto/sealing.ts';
import type { Server } from '@/shared/api/types.ts';
import { refused } from '../support/answers.ts';
import { FakeHub } from '../support/hub.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { cny } from '../support/samples/catalogue.ts';
import * as people from '../support/samples/people.ts';
import * as trading from '../support/samples/trading.ts';

/** The browser that runs these tests follows what it is given to save. */
vi.mock('@/shared/ui/save-file.ts', () => ({ saveFile: vi.fn() }));

const ROOM = '/auctions/auction:01JROOM';
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const DIGEST = 'ab'.repeat(32);

let holders: { point: string; privateKey: CryptoKey }[] = [];

beforeAll(async () => {
  await warmUp();
  holders = await Promise.all([1, 2, 3].map(async () => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
    return { point: await pointOf(publicKey), privateKey };
  }));
}, WARM_UP_MS);

const bid = (bidder: number, more: Partial<Server['SealedBidView']> = {}): Server['SealedBidView'] => ({
  bidder, record: 20 + bidder, at: trading.NOW, digest: DIGEST, envelope: null, released: [], amount: null, void: null,
  isByBidder: false, ...more,
});

const listed = (items: Server['SealedBidView'][], status: Server['AuctionStatus'] = 'Open'): Server['SealedBidList'] =>
  ({ version: 30, status, until: null, items });

const sealedRoom = (abilities: string[], status: Server['AuctionStatus'] = 'Open'): Server['AuctionRoom'] => ({
  ...trading.room,
  abilities,
  mine: trading.mine,
  bids: [],
  terms: {
    ...trading.terms,
    protocol: 'Vickrey',
    step: cny(0),
    sealed: { threshold: 2, openingSeconds: 3_600, holders: holders.map(({ point }, i) => ({ name: `公证处${String(i + 1)}`, key: point })) },
  },
  position: { ...trading.room.position, status, price: null, leader: null, isReserveMet: null, bidCount: 1, openingUntil: null },
});

async function inTheRoom(room: Server['AuctionRoom'], list: Server['SealedBidList'], more = {}) {
  FakeHub.reachable = false;
  const page = open(ROOM, {
    'GET /api/me': people.bidder,
    'GET /api/auctions/*/sealed-bids': list,
    'GET /api/auctions/*': room,
    ...more,
  });
  await screen.findByText('1 份密封报价');
  return page;
}

describe('a sealed bid', () => {
  it('leaves this page as an envelope only its holders open, after its key was saved', async () => {
    const receipt = { accepted: true, pos: 9, version: 31, record: 31, at: trading.NOW, digest: DIGEST, replaces: false };
    const { person, calls } = await inTheRoom(sealedRoom(['seal-bid']), listed([bid(1)]), { 'POST /api/auctions/*/sealed-bids': receipt });
    await person.type(await screen.findByLabelText(/^报价金额/), '1234567.89');
    await person.click(screen.getByRole('button', { name: '确认金额' }));
    expect(screen.getByText('壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分')).toBeVisible();
    await person.click(screen.getByRole('button', { name: '在本机密封' }));
    const handIn = await screen.findByRole('button', { name: '提交密封报价' });
    expect(handIn).toBeDisabled();
    await person.click(screen.getByRole('button', { name: '保存密钥文件' }));
    await person.click(handIn);
    expect(await screen.findByText(/密封报价已受理/)).toBeVisible();
    const { envelope: text } = calls('POST', /sealed-bids$/)[0]?.body as { envelope: string };
    expect(text).not.toContain('123456789');
    const envelope = read(text);
    if (!envelope) throw new Error('It is no envelope.');
    const shares = await Promise.all([0, 2].map(async (i) => {
      const holder = holders[i];
      return [i + 1, (holder && (await openShare(envelope, i + 1, holder.privateKey, holder.point))) ?? ''] as const;
    }));
    expect(await openBid(envelope, keyOf(new Map(shares)), 1)).toEqual({ fen: 123_456_789, void: undefined });
  });

  it('below the start price is not sealed', async () => {
    const { person } = await inTheRoom(sealedRoom(['seal-bid']), listed([bid(1)]));
    await person.type(await screen.findByLabelText(/^报价金额/), '999999.99');
    await person.click(screen.getByRole('button', { name: '确认金额' }));
    expect(screen.getByText(/开启后无效/)).toBeVisible();
    expect(screen.getByRole('button', { name: '在本机密封' })).toBeDisabled();
  });

  it('that is refused says why', async () => {
    const { person } = await inTheRoom(sealedRoom(['seal-bid']), listed([bid(3)]), {
      'POST /api/auctions/*/sealed-bids': refused(409, { code: 'SEALED_TOO_OFTEN', title: '您已提交 20 次密封报价，不能再更换。' }),
    });
    await person.type(await screen.findByLabelText(/^报价金额/), '2000000');
    await person.click(await screen.findByRole('button', { name: '替换我的报价' }));
    await person.click(screen.getByRole('button', { name: '在本机密封' }));
    await person.click(await screen.findByRole('button', { name: '保存密钥文件' }));
    await person.click(screen.getByRole('button', { name: '提交密封报价' }));
    expect(await screen.findByText('您已提交 20 次密封报价，不能再更换。')).toBeVisible();
  });
});

describe('the opening', () => {
  it('says how far each bid is, what it holds and why it is void', async () => {
    await inTheRoom(
      sealedRoom(['release-share', 'open-own-bid'], 'Opening'),
      listed([bid(1, { amount: cny(1_300_000) }), bid(2, { void: 'Unopened' }), bid(3, { released: [2] })], 'Opening'),
    );
    const list = (await screen.findByRole('heading', { name: '密封报价' })).closest('section') as HTMLElement;
    expect(await within(list).findByText('¥1,300,000')).toBeVisible();
    expect(within(list).getByText('未开启，无效')).toBeVisible();
    expect(within(list).getByText('已提交份额 1/2')).toBeVisible();
    expect(await screen.findByText(/本浏览器没有本场保管人的密钥/)).toBeVisible();
  });

  it('takes the bidder’s own key file, and no other', async () => {
    const { person, calls } = await inTheRoom(
      sealedRoom(['release-share', 'open-own-bid'], 'Opening'),
      listed([bid(3)], 'Opening'),
      { 'POST /api/auctions/*/sealed-bids/own/open': { id: 'auction:01JROOM', pos: 1, version: 32 } },
    );
    const input = await screen.findByLabelText('密钥文件');
    const own = { format: 'ipmarket-own-bid/1', auction: 'auction:other', bidder: 3, digest: DIGEST, key: 'cd'.repeat(32) };
    const file = (auction: string) => new File([JSON.stringify({ ...own, auction })], 'own.json', { type: 'application/json' });
    await person.upload(input, file('auction:other'));
    expect(await screen.findByText('这不是本场竞价的密钥文件。')).toBeVisible();
    await person.upload(input, file('auction:01JROOM'));
    await waitFor(() => expect(calls('POST', /own\/open$/)[0]?.body).toEqual({ key: own.key }));
  });
});

describe('the terms', () => {
  it('name the holders with the fingerprints of their keys, and the limit', async () => {
    await inTheRoom(sealedRoom([]), listed([bid(1)]));
    expect(await screen.findByText(/公证处2/)).toBeVisible();
    expect(screen.getAllByText(/^公钥指纹 [0-9a-f]{64}$/)).toHaveLength(3);
    expect(screen.getByRole('link', { name: '程序文件校验值' })).toBeVisible();
  });
});
