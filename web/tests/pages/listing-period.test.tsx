import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { listing } from '../support/samples/catalogue.ts';
import { bidder, handler } from '../support/samples/people.ts';
import { noPeriod, running, stateOwned } from '../support/samples/periods.ts';

beforeAll(warmUp, WARM_UP_MS);

const PAGE = '/listings/listing:01JLIST';
const published = { 'GET /api/me': bidder, 'GET /api/listings/*': { ...listing, status: 'Published', waitsFor: null } };

const demanding = { ...running, chosen: { ...running.chosen, deposit: { fen: 10_000_000, currency: 'CNY' } } };
const unpaid = {
  number: 3,
  price: null,
  filedAt: '2026-11-23T02:00:00Z',
  notice: 1,
  stands: true,
  isWithdrawn: false,
  hasFailed: false,
  deposit: { due: { fen: 10_000_000, currency: 'CNY' }, isPaid: false, isReleased: false },
  custodyAccount: '监管专户 1',
};

describe('a listing period', () => {
  it('says when it ends, how many working days are left and leads to its notice', async () => {
    open(PAGE, { ...published, 'GET /api/listings/*/period': running });
    expect(await screen.findByText('公告期内')).toBeInTheDocument();
    expect(screen.getByText('2026-12-04 17:00')).toBeInTheDocument();
    expect(screen.getByText('6 个工作日')).toBeInTheDocument();
  });

  it('takes an intent only with the terms of its notice accepted and at the asking price', async () => {
    const page = open(PAGE, { ...published, 'GET /api/listings/*/period': running });
    await page.person.click(await screen.findByRole('button', { name: '登记受让意向' }));
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', { name: '登记受让意向' });
    await page.person.click(send);
    expect(await within(dialog).findByText('请阅读公告并勾选')).toBeInTheDocument();
    await page.person.click(within(dialog).getByRole('checkbox'));
    const price = within(dialog).getByLabelText('报价');
    await page.person.clear(price);
    await page.person.type(price, '1199999');
    await page.person.click(send);
    expect(await within(dialog).findByText('请填写金额，不低于挂牌价')).toBeInTheDocument();
    await page.person.clear(price);
    await page.person.type(price, '1250000');
    await page.person.click(send);
    await waitFor(() => expect(page.calls('POST', /\/intents$/)).toHaveLength(1));
    expect(page.calls('POST', /\/intents$/)[0]?.body).toEqual({
      notice: 1,
      price: { fen: 125_000_000, currency: 'CNY' },
      acceptsTerms: true,
    });
  });

  it('is chosen by a state-owned seller no shorter than the law has it, which is named', async () => {
    const bounds = { ...noPeriod, abilities: ['choose-period'], bounds: stateOwned };
    const page = open(PAGE, {
      'GET /api/me': bidder,
      'GET /api/listings/*': { ...listing, status: 'Draft', abilities: ['edit', 'submit'], waitsFor: null },
      'GET /api/listings/*/period': bounds,
    });
    const days = await screen.findByLabelText('挂牌期（工作日）');
    expect(screen.queryByRole('radio', { name: /直接竞价/ })).not.toBeInTheDocument();
    expect(screen.getByText(/第32号/)).toBeInTheDocument();
    await page.person.clear(days);
    await page.person.type(days, '9');
    expect(screen.getByRole('button', { name: '保存挂牌期' })).toBeDisabled();
    await page.person.clear(days);
    await page.person.type(days, '20');
    await page.person.click(screen.getByRole('button', { name: '保存挂牌期' }));
    await waitFor(() => expect(page.calls('PUT', /\/period$/)).toHaveLength(1));
    expect(page.calls('PUT', /\/period$/)[0]?.body).toMatchObject({ workingDays: 20 });
  });

  it('with a deposit tells who files how much counts', async () => {
    open(PAGE, { ...published, 'GET /api/listings/*/period': demanding });
    expect(await screen.findByText(/足额缴纳意向保证金 ¥100,000/)).toBeVisible();
  });

  it('tells who has not paid what to pay, where to and under which number', async () => {
    open(PAGE, { ...published, 'GET /api/listings/*/period': { ...demanding, abilities: ['withdraw-intent'], myIntent: unpaid } });
    expect(await screen.findByText('待缴保证金')).toBeVisible();
    expect(screen.getByText('监管专户 1')).toBeVisible();
    expect(screen.getByText(/意向登记第 3 号/)).toBeVisible();
  });

  it('asks no more of who has paid', async () => {
    const paid = { ...unpaid, deposit: { ...unpaid.deposit, isPaid: true } };
    open(PAGE, { ...published, 'GET /api/listings/*/period': { ...demanding, abilities: ['withdraw-intent'], myIntent: paid } });
    expect(await screen.findByText('有效')).toBeVisible();
    expect(screen.queryByText('监管专户 1')).not.toBeInTheDocument();
  });

  it('takes a deposit only within its bounds from the seller who chooses it', async () => {
    const money = (fen: number) => ({ fen, currency: 'CNY' });
    const choosing = { ...noPeriod, abilities: ['choose-period'], bounds: stateOwned, depositBounds: { min: money(10_000), max: money(3_000_000), source: '本中心规则' } };
    const page = open(PAGE, {
      'GET /api/me': bidder,
      'GET /api/listings/*': { ...listing, status: 'Draft', abilities: ['edit', 'submit'], waitsFor: null },
      'GET /api/listings/*/period': choosing,
    });
    const deposit = await screen.findByLabelText('意向保证金');
    await page.person.type(deposit, '30001');
    expect(screen.getByRole('button', { name: '保存挂牌期' })).toBeDisabled();
    await page.person.clear(deposit);
    await page.person.type(deposit, '30000');
    await page.person.click(screen.getByRole('button', { name: '保存挂牌期' }));
    await waitFor(() => expect(page.calls('PUT', /\/period$/)).toHaveLength(1));
    expect(page.calls('PUT', /\/period$/)[0]?.body).toMatchObject({ workingDays: 10, deposit: { fen: 3_000_000, currency: 'CNY' } });
  });

  it('that ended with one is concluded by an officer with price and date', async () => {
    const due = { ...running, abilities: ['see-intents', 'record-contract', 'fail-contract'], phase: 'ContractDue', intents: 1 };
    const page = open(PAGE, { ...published, 'GET /api/me': handler, 'GET /api/listings/*/period': due });
    expect(await screen.findByText('示例投资甲有限公司')).toBeInTheDocument();
    await page.person.click(screen.getByRole('button', { name: '登记合同' }));
    const dialog = await screen.findByRole('dialog');
    await page.person.type(within(dialog).getByLabelText('合同日期'), '2026-12-05');
    await page.person.type(within(dialog).getByLabelText('合同编号'), ' 攀知交2026-12 ');
    await page.person.click(within(dialog).getByRole('button', { name: '登记合同' }));
    await waitFor(() => expect(page.calls('POST', /\/contract$/)).toHaveLength(1));
    expect(page.calls('POST', /\/contract$/)[0]?.body).toEqual({
      price: { fen: 120_000_000, currency: 'CNY' },
      concludedOn: '2026-12-05',
      reference: '攀知交2026-12',
    });
  });

  it('shows the contract with its number to whom it is told', async () => {
    const sold = { ...running, abilities: [], phase: 'None', contract: { price: { fen: 120_000_000, currency: 'CNY' }, concludedOn: '2026-12-05', reference: '攀知交2026-12' } };
    open(PAGE, { ...published, 'GET /api/listings/*/period': sold });
    expect(await screen.findByText('攀知交2026-12')).toBeInTheDocument();
  });

  it('tells its seller the number only until it has ended', async () => {
    open(PAGE, {
      ...published,
      'GET /api/listings/*/period': { ...running, abilities: ['see-intents'], intents: 2 },
      'GET /api/listings/*/intents': { id: 'listing:01JLIST', version: 7, count: 2, areShown: false, items: [] },
    });
    expect(await screen.findByText('目前登记 2 个；公告期届满前仅显示数量。')).toBeInTheDocument();
  });
});

describe('lists', () => {
  it('show a party its intents and the desk what is due', async () => {
    open('/intents', { 'GET /api/me': bidder });
    expect(await screen.findByText(/公告期至 2026-12-04 17:00/)).toBeInTheDocument();
    expect(screen.getByText('有效')).toBeInTheDocument();
  });
});
