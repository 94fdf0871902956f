import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { patent } from '../support/samples/catalogue.ts';
import { life, notices } from '../support/samples/life.ts';
import { bidder, handler } from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

const ADDRESS = '/patents/CN202110001234.5';
const section = async (name: string) => {
  const heading = await screen.findByRole('heading', { name, level: 2 });
  return within(heading.closest('section') as HTMLElement);
};

describe('a patent’s life', () => {
  it('says status, term, next fee with its surcharge, and what is not verified', async () => {
    open(ADDRESS);
    const status = await section('法律状态');
    expect(status.getByText('授权（有权）')).toBeVisible();
    expect(status.getByText('质押')).toBeVisible();
    expect(status.getByText('2041-01-04')).toBeVisible();
    const fees = await section('年费');
    expect(fees.getByText('缴费期限').nextElementSibling).toHaveTextContent('2026-01-05');
    expect(fees.getAllByText('¥180').length).toBeGreaterThan(0);
    expect(fees.getByText('今日缴纳的滞纳金').nextElementSibling).toHaveTextContent('¥120');
    expect(fees.getByText('（尚未核对法律原文）')).toBeVisible();
    expect(fees.getByText(/不等于未缴/)).toBeVisible();
  });

  it('names what does not fit, and the co-owners with their shares and mandates', async () => {
    open(ADDRESS);
    expect(await screen.findByText('与先前状态不符，未改变状态')).toBeVisible();
    const owners = await section('权利人与共有');
    expect(owners.getByText('份额 60%')).toBeVisible();
    expect(owners.getByText(/授权 攀枝花学院：转让 至 2030-01-01/)).toBeVisible();
  });

  it('guesses nothing where nothing is known', async () => {
    open(ADDRESS, { 'GET /api/patents/*/life': { ...life, state: 'Unknown', since: null, by: null, marks: [], term: null, fees: null, timeline: [], ownership: null } });
    expect(await screen.findByText('申请日或专利类型未载，不推算期限。')).toBeVisible();
    expect(screen.getByText(/目前没有应缴年费/)).toBeVisible();
    expect(screen.getByText('尚无法律事件记录。')).toBeVisible();
  });

  it('shows the abstract when it is asked for', async () => {
    const page = open(ADDRESS);
    const facts = await section('著录信息');
    const text = facts.getByText(/先钠化焙烧，再水浸/);
    expect(text.closest('details')).not.toHaveAttribute('open');
    await page.person.click(facts.getByText('摘要'));
    expect(text.closest('details')).toHaveAttribute('open');
  });

  it('leaves out an abstract that is not known', async () => {
    open(ADDRESS, { 'GET /api/patents/*': { ...patent, abstractZh: null } });
    const facts = await section('著录信息');
    expect(facts.queryByText('摘要')).toBeNull();
  });

  it('says who changed it', async () => {
    open(ADDRESS);
    const history = await section('历程');
    expect(history.getByText('交易中心')).toBeVisible();
    expect(history.getByText('系统')).toBeVisible();
  });

  it('says when it cannot be shown', async () => {
    open(ADDRESS, { 'GET /api/patents/*/life': refused(503, { title: '系统繁忙，请重试。' }) });
    expect(await screen.findByText('系统繁忙，请重试。')).toBeVisible();
    expect(screen.getByRole('heading', { name: '著录信息' })).toBeVisible();
  });
});

describe('a handler', () => {
  const desk = (changes = {}) =>
    open(ADDRESS, { 'GET /api/me': handler, 'GET /api/patents/*/life': { ...life, abilities: ['watch', 'record-life'] }, ...changes });

  it('records a payment with its day and source', async () => {
    const { person, calls } = desk();
    await person.click(await screen.findByRole('button', { name: '缴费记录' }));
    const form = within(await screen.findByRole('dialog'));
    await person.type(form.getByLabelText('缴费日'), '2026-03-19');
    await person.type(form.getByLabelText('实缴金额'), '300');
    await person.type(form.getByLabelText('信息来源'), '收据');
    await person.click(form.getByRole('button', { name: /记\s*录/ }));
    await waitFor(() => expect(calls('POST', /fee-payments$/)).toHaveLength(1));
    expect(calls('POST', /fee-payments$/)[0]?.body).toEqual({
      year: 6, paidOn: '2026-03-19', amount: { fen: 30_000, currency: 'CNY' }, source: '收据',
    });
  });

  it('is told why a fact is not taken', async () => {
    const { person } = desk({ 'POST /api/patents/*/lapse-notices': refused(409, { code: 'LAPSE_NOTICE_KNOWN', title: '第 5 年已有终止通知记录。' }) });
    await person.click(await screen.findByRole('button', { name: '终止通知' }));
    const form = within(await screen.findByRole('dialog'));
    await person.type(form.getByLabelText('专利年度'), '5');
    await person.type(form.getByLabelText('收到日'), '2026-03-19');
    await person.type(form.getByLabelText('信息来源'), '通知书');
    await person.click(form.getByRole('button', { name: /记\s*录/ }));
    expect(await form.findByText('第 5 年已有终止通知记录。')).toBeInTheDocument();
  });

  it('takes a fact back with a reason', async () => {
    const { person, calls } = desk();
    const timeline = await section('法律事件');
    const first = timeline.getAllByRole('button', { name: '撤回记录' })[0];
    if (first) await person.click(first);
    const form = within(await screen.findByRole('dialog'));
    await person.type(form.getByLabelText('撤回原因'), '误录');
    await person.click(form.getByRole('button', { name: '撤回记录' }));
    await waitFor(() => expect(calls('POST', /life-facts\/1\/retract$/)[0]?.body).toEqual({ reason: '误录' }));
  });

  it('is the only one who may', async () => {
    open(ADDRESS, { 'GET /api/me': bidder });
    await section('年费');
    expect(screen.queryByRole('button', { name: '撤回记录' })).toBeNull();
    expect(screen.queryByRole('button', { name: '缴费记录' })).toBeNull();
  });
});

describe('watching', () => {
  it('begins with a press', async () => {
    const { person, calls } = open(ADDRESS, { 'GET /api/me': bidder, 'GET /api/patents/*/life': { ...life, abilities: ['watch'] } });
    await person.click(await screen.findByRole('button', { name: /关\s*注/ }));
    await waitFor(() => expect(calls('POST', /\/watch$/)).toHaveLength(1));
  });

  it('is offered to nobody who is not signed in', async () => {
    open(ADDRESS);
    await section('年费');
    expect(screen.queryByRole('button', { name: /关\s*注/ })).toBeNull();
    expect(screen.queryByRole('link', { name: /消息/ })).toBeNull();
  });

  it('counts what is unread and marks it read up to the newest', async () => {
    const { person, calls } = open('/notices', { 'GET /api/me': bidder });
    expect(await screen.findByRole('link', { name: '消息（1 未读）' })).toHaveAttribute('href', '/notices');
    await person.click(await screen.findByRole('button', { name: '全部标为已读' }));
    await waitFor(() => expect(calls('POST', /notices\/read$/)[0]?.body).toEqual({ upTo: 42 }));
  });

  it('says nothing of marking where all is read', async () => {
    open('/notices', { 'GET /api/me': bidder, 'GET /api/notices': { ...notices, unread: 0 } });
    expect(await screen.findByText('关注的专利（1 件）')).toBeVisible();
    expect(screen.queryByRole('button', { name: '全部标为已读' })).toBeNull();
  });
});
