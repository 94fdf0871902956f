import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import * as money from '../support/samples/money.ts';
import * as people from '../support/samples/people.ts';
import * as trading from '../support/samples/trading.ts';

beforeAll(warmUp, WARM_UP_MS);

type Opened = ReturnType<typeof open>;

/** Presses an act and confirms it, with its reason where it takes one. */
async function act({ person }: Opened, label: string, reason?: string) {
  await person.click(await screen.findByRole('button', { name: label }));
  const dialog = await screen.findByRole('dialog');
  if (reason) await person.type(within(dialog).getByRole('textbox'), reason);
  await person.click(within(dialog).getByRole('button', { name: label }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

const scan = () => new File(['%PDF-1.7'], 'evidence.pdf', { type: 'application/pdf' });

describe('facts of a party', () => {
  it('are declared with the evidence for each', async () => {
    const page = open('/organisation', { 'GET /api/me': people.bidder, 'POST /api/documents': { sha256: 'c'.repeat(64) } });
    await page.person.click(await screen.findByRole('checkbox', { name: '国有企业或国有控股企业' }));
    const group = screen.getByRole('group', { name: '国有企业或国有控股企业' });
    const save = group.parentElement?.querySelector<HTMLButtonElement>('button.ant-btn-primary');
    expect(save).toBeDisabled();
    const file = group.querySelector<HTMLInputElement>('input[type=file]');
    if (!file) throw new Error('There is no file field.');
    await page.person.upload(file, scan());
    await waitFor(() => expect(save).toBeEnabled());
    await page.person.click(save as HTMLButtonElement);
    await waitFor(() => expect(page.calls('PUT', /\/facts$/)).toHaveLength(1));
    expect(page.calls('PUT', /\/facts$/)[0]?.body).toEqual({ facts: [{ kind: 'StateOwned', evidenceSha256: 'c'.repeat(64) }] });
  });

  it('are read where they cannot be changed', async () => {
    const party = { ...people.party, abilities: [], facts: [{ kind: 'Foreign', evidenceSha256: 'd'.repeat(64) }] };
    open('/organisation', { 'GET /api/me': people.bidder, 'GET /api/parties/*': party });
    expect(await screen.findByText('境外主体')).toBeVisible();
  });
});

describe('the end of a party', () => {
  const party = (abilities: string[]) => ({ 'GET /api/parties/*': { ...people.party, abilities } });

  it('comes at its own wish without a reason', async () => {
    const page = open('/organisation', { 'GET /api/me': people.bidder, ...party(['close']) });
    await act(page, '注销主体');
    expect(page.calls('POST', /\/close$/)[0]?.body).toEqual({ reason: null });
  });

  it('comes by the centre with one', async () => {
    const page = open('/desk/parties/party:01JBUYER', { 'GET /api/me': people.handler, ...party(['close']) });
    await act(page, '注销主体', '主体已注销登记');
    expect(page.calls('POST', /\/close$/)[0]?.body).toEqual({ reason: '主体已注销登记' });
  });

  it('lets the administrator erase what is personal', async () => {
    const page = open('/desk/parties/party:01JBUYER', { 'GET /api/me': people.administrator, ...party(['erase']) });
    await act(page, '删除个人信息');
    expect(page.calls('POST', /\/erase$/)).toHaveLength(1);
  });

  it('is listed for the administrator', async () => {
    const page = open('/administration', { 'GET /api/me': people.administrator });
    expect(await screen.findByRole('list', { name: '已注销的主体' })).toBeVisible();
    expect(page.calls('GET', /\/api\/parties$/)[0]?.search.get('status')).toBe('Closed');
  });
});

describe('an account without a password', () => {
  const [chen] = people.users;
  const account = { ...chen, abilities: ['grant', 'revoke', 'invite', 'disable'] };
  const token = 'a+token/of=letters';
  const at = (...items: unknown[]) =>
    open('/administration', {
      'GET /api/me': people.administrator,
      'GET /api/users': { items, total: items.length, next: null },
      'POST /api/users/*/invite': { user: account, setPasswordToken: token },
    });

  it('is invited again, and the new address is shown to be handed over', async () => {
    const page = at(account);
    await act(page, '重新邀请');
    expect(page.calls('POST', /\/api\/users\/user:01JCHEN\/invite$/)).toHaveLength(1);
    const list = screen.getByRole('list', { name: '账号与岗位' });
    expect(within(list).getByText(/请将以下设置密码的地址安全地交给陈经办/)).toBeVisible();
    const { hash, pathname } = new URL(within(list).getByText(/^http/).textContent ?? '');
    expect(pathname).toBe('/set-password');
    expect(new URLSearchParams(hash.slice(1)).get('token')).toBe(token);
  });

  it('is not invited again where the server does not let it', async () => {
    at(chen);
    expect(await screen.findByText('陈经办')).toBeVisible();
    expect(screen.queryByRole('button', { name: '重新邀请' })).toBeNull();
  });
});

describe('papers', () => {
  it.each([
    ['/organisation/papers', people.bidder, 'true'],
    ['/desk?tab=papers', people.handler, null],
  ])('%s asks for its own and offers a PDF only where the server makes any', async (address, me, mine) => {
    const paper = { ...money.paperListed, pdfUrl: null };
    const page = open(address, { 'GET /api/me': me, 'GET /api/papers': { items: [paper], total: 1, next: null } });
    expect(await screen.findByRole('link', { name: /^打开/ })).toBeVisible();
    expect(screen.queryByRole('link', { name: /PDF/ })).toBeNull();
    expect(page.calls('GET', /\/api\/papers$/)[0]?.search.get('mine')).toBe(mine);
  });
});

describe('deputies', () => {
  const deputies: unknown[] = [
    { id: 'ZGVw', role: 'Reviewer', holder: '吴复核', deputy: '陈经办', from: '2026-11-26T01:00:00Z', until: '2026-12-01T01:00:00Z' },
  ];
  const at = (changes = {}) =>
    open('/administration', {
      'GET /api/me': people.administrator,
      'GET /api/approval-routes': { ...people.routes, abilities: ['set', 'deputies'], deputies },
      ...changes,
    });

  it('are shown and ended', async () => {
    const page = at();
    expect(await screen.findByText('陈经办代理吴复核（复核）')).toBeVisible();
    expect(screen.getByText('2026-11-26 09:00 至 2026-12-01 09:00')).toBeVisible();
    await act(page, '结束代理');
    expect(page.calls('DELETE', /\/api\/approval-routes\/deputies\/ZGVw$/)).toHaveLength(1);
  });

  it('are appointed for a time', async () => {
    const page = at();
    const { person } = page;
    await person.type(await screen.findByLabelText('被代理人邮箱'), 'wu@example.test');
    await person.type(screen.getByLabelText('代理人邮箱'), 'chen@example.test');
    await person.type(screen.getByLabelText('开始（北京时间）'), '2026-12-01T09:00');
    await person.type(screen.getByLabelText('结束（北京时间）'), '2026-12-05T18:00');
    await person.click(screen.getByLabelText('岗位'));
    await person.click((await screen.findAllByText('复核')).at(-1) as HTMLElement);
    await person.click(screen.getByRole('button', { name: '指定代理' }));
    await waitFor(() => expect(page.calls('POST', /deputies$/)).toHaveLength(1));
    expect(page.calls('POST', /deputies$/)[0]?.body).toEqual({
      role: 'Reviewer',
      holderEmail: 'wu@example.test',
      deputyEmail: 'chen@example.test',
      from: '2026-12-01T01:00:00.000Z',
      until: '2026-12-05T10:00:00.000Z',
    });
  });

  it('are only read by others', async () => {
    at({ 'GET /api/approval-routes': { ...people.routes, abilities: [], deputies } });
    expect(await screen.findByText('陈经办代理吴复核（复核）')).toBeVisible();
    expect(screen.queryByRole('button', { name: '结束代理' })).toBeNull();
    expect(screen.queryByLabelText('被代理人邮箱')).toBeNull();
  });
});

describe('another proposal', () => {
  const draft = { ...trading.room, abilities: ['propose', 'cancel'], position: { ...trading.room.position, status: 'Draft' } };

  it('is reached from the room and starts from the last one', async () => {
    const page = open('/auctions/auction:01JROOM', { 'GET /api/me': people.bidder, 'GET /api/auctions/*': draft });
    await page.person.click(await screen.findByRole('link', { name: '修改竞价方案' }));
    await page.person.click(await screen.findByRole('button', { name: '提交方案' }));
    await waitFor(() => expect(page.calls('POST', /\/api\/auctions\/auction:01JROOM\/propose$/)).toHaveLength(1));
    expect(page.calls('POST', /propose$/)[0]?.body).toMatchObject({ terms: { startPrice: trading.room.terms.startPrice } });
  });

  it('is not for others', async () => {
    open('/auctions/auction:01JROOM/propose', { 'GET /api/me': people.bidder });
    expect(await screen.findByRole('heading', { name: '无权查看此页' })).toBeVisible();
    open('/auctions/auction:01JROOM/propose', { 'GET /api/auctions/*': refused(404) });
    expect(await screen.findByRole('heading', { name: '没有找到' })).toBeVisible();
  });
});
