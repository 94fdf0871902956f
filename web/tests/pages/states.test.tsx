import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { BROKEN, SILENCE } from '../support/network.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import * as people from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

const EMPTY = { items: [], total: 0, next: null };
const as = (me: unknown) => ({ 'GET /api/me': me });

interface PageCase {
  address: string;
  /** The question the page cannot do without. */
  asks: string;
  me?: unknown;
  /** Something that is there when all is well. */
  shows: RegExp;
  /** The answer of a market without anything, and what is said then. */
  empty?: [answer: unknown, said: string];
}

const PAGES: PageCase[] = [
  { address: '/catalogue', asks: 'GET /api/catalogue', shows: /提取五氧化二钒/, empty: [EMPTY, '没有找到符合条件的专利'] },
  { address: '/catalogue/ipc', asks: 'GET /api/catalogue/ipc', shows: /金属的生产与精炼/ },
  { address: '/catalogue/compare?number=CN202110001234.5', asks: 'GET /api/patents/*', shows: /法律状态/ },
  { address: '/auctions', asks: 'GET /api/auctions', shows: /钒电池用电解液储罐/, empty: [EMPTY, '没有符合条件的竞价'] },
  { address: '/patents/CN202110001234.5', asks: 'GET /api/patents/*', shows: /著录信息/ },
  { address: '/listings', asks: 'GET /api/listings', me: people.bidder, shows: /提取五氧化二钒/, empty: [EMPTY, '还没有挂牌'] },
  { address: '/listings/listing:01JLIST', asks: 'GET /api/listings/*', me: people.bidder, shows: /挂牌内容/ },
  { address: '/auctions/auction:01JROOM', asks: 'GET /api/auctions/*', shows: /出价记录/ },
  { address: '/desk', asks: 'GET /api/listings', me: people.handler, shows: /提取五氧化二钒/, empty: [EMPTY, '没有待办事项'] },
  { address: '/desk?tab=parties', asks: 'GET /api/parties', me: people.handler, shows: /攀枝花钒业科技有限公司/, empty: [EMPTY, '没有待办事项'] },
  { address: '/desk?tab=auctions', asks: 'GET /api/auctions', me: people.handler, shows: /提取五氧化二钒/, empty: [EMPTY, '没有待办事项'] },
  { address: '/desk/parties/party:01JBUYER', asks: 'GET /api/parties/*', me: people.handler, shows: /主体信息/ },
  { address: '/desk/auctions/auction:01JROOM', asks: 'GET /api/auctions/*', me: people.handler, shows: /竞价规则/ },
  { address: '/cashier', asks: 'GET /api/escrow', me: people.cashier, shows: /待认领 1/, empty: [{ ...EMPTY, abilities: [] }, '目前没有资金案卷'] },
  { address: '/cashier/escrow:01JESC', asks: 'GET /api/escrow/*', me: people.cashier, shows: /收款流水/ },
  { address: '/organisation', asks: 'GET /api/parties/*', me: people.bidder, shows: /成员与授权/ },
  { address: '/organisation/papers', asks: 'GET /api/papers', me: people.bidder, shows: /钒钛交〔2026〕成交第 1 号/, empty: [EMPTY, '还没有凭证'] },
  { address: '/desk?tab=papers', asks: 'GET /api/papers', me: people.handler, shows: /钒钛交〔2026〕成交第 1 号/, empty: [EMPTY, '没有待办事项'] },
  { address: '/desk?tab=parties&status=Suspended', asks: 'GET /api/parties', me: people.handler, shows: /攀枝花钒业科技有限公司/, empty: [EMPTY, '没有待办事项'] },
  { address: '/administration', asks: 'GET /api/users', me: people.administrator, shows: /陈经办/ },
  { address: '/notices', asks: 'GET /api/notices', me: people.bidder, shows: /法律事件：TR01/, empty: [{ ...EMPTY, version: 0, unread: 0, watched: [] }, '还没有消息。'] },
  { address: '/saved-searches', asks: 'GET /api/saved-searches', me: people.bidder, shows: /钒渣/, empty: [{ version: 0, abilities: ['save'], items: [], max: 50 }, '还没有保存的检索'] },
  { address: '/desk/synonyms', asks: 'GET /api/synonyms', me: people.handler, shows: /钛白粉/ },
  { address: '/papers/VTI-CJQR-2026-0001', asks: 'GET /api/papers/*', shows: /凭证有效/ },
];

describe.each(PAGES)('$address', ({ address, asks, me = refused(401), shows, empty }) => {
  it('shows what is there', async () => {
    open(address, as(me));
    expect((await screen.findAllByText(shows)).length).toBeGreaterThan(0);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  });

  it('says that it is loading', async () => {
    open(address, { ...as(me), [asks]: SILENCE });
    const statuses = await screen.findAllByRole('status');
    await waitFor(() => expect(screen.getAllByText('正在载入……').length).toBeGreaterThan(0));
    expect(statuses.length).toBeGreaterThan(0);
  });

  it('says that it may not be seen', async () => {
    open(address, { ...as(me), [asks]: refused(403) });
    expect(await screen.findByRole('heading', { name: '无权查看此页' })).toBeVisible();
  });

  it('leads a visitor to the sign-in and back', async () => {
    open(address, { ...as(me), [asks]: refused(401) });
    const link = (await screen.findByRole('heading', { name: '请先登录' })).parentElement?.querySelector('a');
    expect(link).toHaveAttribute('href', `/sign-in?from=${encodeURIComponent(address)}`);
  });

  it('tries again after a broken line', async () => {
    let broken = true;
    const good = open(address, { ...as(me), [asks]: () => (broken ? BROKEN : SILENCE) });
    const retry = await screen.findByRole('button', { name: '重试' });
    broken = false;
    await good.person.click(retry);
    expect((await screen.findAllByText('正在载入……')).length).toBeGreaterThan(0);
  });

  if (empty)
    it('says that there is nothing', async () => {
      open(address, { ...as(me), [asks]: empty[0] });
      expect(await screen.findByText(empty[1])).toBeVisible();
    });
});

describe('pages for some only', () => {
  it.each(['/desk', '/cashier', '/administration', '/organisation', '/listings'])('%s sends a visitor to the sign-in', async (address) => {
    open(address, { 'GET /api/listings': refused(401), 'GET /api/escrow': refused(401) });
    expect(await screen.findByRole('heading', { name: '请先登录' })).toBeVisible();
  });

  it.each(['/desk', '/administration'])('%s refuses somebody of no office', async (address) => {
    open(address, as(people.bidder));
    expect(await screen.findByRole('heading', { name: '无权查看此页' })).toBeVisible();
  });

  it('an unknown address says so', async () => {
    open('/nowhere');
    await waitFor(() => expect(screen.getByRole('heading', { name: '没有找到' })).toBeVisible());
  });
});
