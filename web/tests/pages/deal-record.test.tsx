import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../src/shared/api/types.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { agreed, offered, openFor, royalty, twoInterested } from '../support/samples/deals.ts';
import { handler } from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

const PAGE = '/listings/listing:01JLIST';
const deskOf = (period: Server['PeriodView']) => ({ ...period, abilities: ['see-intents', 'record-deal', 'fail-deal'] });

describe('the desk records a deal', () => {
  it('of a royalty licence with one of two, with the reasons of the choice', async () => {
    const page = open(PAGE, {
      ...offered('SoleLicence', { price: royalty }),
      'GET /api/me': handler,
      'GET /api/listings/*/period': deskOf({ ...agreed, phase: 'Negotiating', intents: 2 }),
      'GET /api/listings/*/intents': twoInterested,
    });
    expect(await screen.findByText('协商中')).toBeInTheDocument();
    await page.person.click(await screen.findByRole('button', { name: '登记成交' }));
    const dialog = await screen.findByRole('dialog');
    await page.person.selectOptions(within(dialog).getByLabelText('意向方'), '2');
    const rate = within(dialog).getByLabelText('提成率');
    await page.person.clear(rate);
    await page.person.type(rate, '3.5');
    await page.person.type(within(dialog).getByLabelText('合同日期'), '2026-12-05');
    await page.person.type(within(dialog).getByLabelText('合同编号'), 'XK-7');
    await page.person.type(within(dialog).getByLabelText('登记依据'), '合同原件');
    const send = within(dialog).getByRole('button', { name: '登记成交' });
    await page.person.click(send);
    await waitFor(() => expect(within(dialog).getByLabelText('选定理由')).toBeInvalid());
    expect(page.calls('POST', /\/deals$/)).toHaveLength(0);
    await page.person.type(within(dialog).getByLabelText('选定理由'), '产业化能力较强');
    await page.person.click(send);
    await waitFor(() => expect(page.calls('POST', /\/deals$/)).toHaveLength(1));
    expect(page.calls('POST', /\/deals$/)[0]?.body).toMatchObject({
      intent: 2,
      concludedOn: '2026-12-05',
      reference: 'XK-7',
      source: '合同原件',
      choice: '产业化能力较强',
      agreed: { total: null, price: { way: 'Asking', form: 'Royalty', royalty: { base: 'Sales', ratesBp: [350] } }, equity: null },
    });
  });

  it('of a contribution with the company and its share', async () => {
    const equity = { company: '', sought: '钒电池企业', shareBp: 2_000, valuation: { fen: 30_000_000, currency: 'CNY' as const }, valuationBasis: '评估报告' };
    const page = open(PAGE, {
      ...offered('EquityContribution', { equity }),
      'GET /api/me': handler,
      'GET /api/listings/*/period': deskOf(openFor),
      'GET /api/listings/*/intents': { ...twoInterested, items: twoInterested.items.slice(0, 1) },
    });
    await page.person.click(await screen.findByRole('button', { name: '登记成交' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByLabelText('选定理由')).not.toBeInTheDocument();
    await page.person.type(within(dialog).getByLabelText('入股企业'), '攀枝花钒电池有限公司');
    await page.person.type(within(dialog).getByLabelText('合同日期'), '2026-12-05');
    await page.person.type(within(dialog).getByLabelText('合同编号'), 'RG-1');
    await page.person.type(within(dialog).getByLabelText('登记依据'), '入股协议');
    await page.person.click(within(dialog).getByRole('button', { name: '登记成交' }));
    await waitFor(() => expect(page.calls('POST', /\/deals$/)).toHaveLength(1));
    expect(page.calls('POST', /\/deals$/)[0]?.body).toMatchObject({
      choice: null,
      agreed: {
        total: null,
        price: null,
        equity: { company: '攀枝花钒电池有限公司', sought: '钒电池企业', shareBp: 2_000, valuation: { fen: 30_000_000 }, valuationBasis: '评估报告' },
      },
    });
  });

  it('of an open licence at the declared fee, without a contract number', async () => {
    const page = open(PAGE, {
      ...offered('OpenLicence', { price: royalty }),
      'GET /api/me': handler,
      'GET /api/listings/*/period': deskOf({ ...openFor, isRepeatable: true }),
      'GET /api/listings/*/intents': twoInterested,
    });
    await page.person.click(await screen.findByRole('button', { name: '登记开放许可' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByLabelText('提成率')).not.toBeInTheDocument();
    expect(within(dialog).queryByLabelText('合同编号')).not.toBeInTheDocument();
    await page.person.type(within(dialog).getByLabelText('通知并付款之日'), '2026-12-05');
    await page.person.type(within(dialog).getByLabelText('登记依据'), '书面通知和付款凭证');
    await page.person.click(within(dialog).getByRole('button', { name: '登记开放许可' }));
    await waitFor(() => expect(page.calls('POST', /\/deals$/)).toHaveLength(1));
    expect(page.calls('POST', /\/deals$/)[0]?.body).toMatchObject({ intent: 1, agreed: null, reference: null, choice: null });
  });

  it('or that nothing came of an intent', async () => {
    const page = open(PAGE, {
      ...offered('SoleLicence', { price: royalty }),
      'GET /api/me': handler,
      'GET /api/listings/*/period': deskOf({ ...agreed, phase: 'Negotiating' }),
      'GET /api/listings/*/intents': twoInterested,
    });
    await page.person.click(await screen.findByRole('button', { name: '登记未成交' }));
    const dialog = await screen.findByRole('dialog');
    await page.person.selectOptions(within(dialog).getByLabelText('意向方'), '2');
    await page.person.type(within(dialog).getByLabelText('理由'), '条件未达成一致');
    await page.person.click(within(dialog).getByRole('button', { name: '登记未成交' }));
    await waitFor(() => expect(page.calls('POST', /\/contract\/fail$/)).toHaveLength(1));
    expect(page.calls('POST', /\/contract\/fail$/)[0]?.body).toEqual({ reason: '条件未达成一致', intent: 2 });
  });
});

describe('what was concluded', () => {
  it('is shown licence by licence with what is to be done next', async () => {
    const deals = [
      { number: 1, licensee: '示例投资甲有限公司', agreed: { price: royalty }, concludedOn: '2026-12-05', reference: 'XK-1', source: '合同原件' },
      { number: 2, licensee: '', agreed: { total: { fen: 8_000_000, currency: 'CNY' as const }, price: { form: 'LumpSum' } }, concludedOn: '2026-12-06', reference: 'XK-2', source: null },
    ];
    open(PAGE, {
      ...offered('OrdinaryLicence', { price: royalty }),
      'GET /api/me': handler,
      'GET /api/listings/*/period': { ...openFor, abilities: ['see-intents'], isRepeatable: true, dealCount: 2, deals },
    });
    const list = await screen.findByRole('list', { name: '已成交的许可' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(within(list).getByText(/产品销售额 · 3%/)).toBeInTheDocument();
    expect(within(list).getByText('合同原件')).toBeInTheDocument();
    expect(screen.getByText(/三个月内备案/)).toBeInTheDocument();
  });

  it('tells a stranger the day only', async () => {
    const contract = { price: null, concludedOn: '2026-12-05', reference: null, agreed: null, source: null, choice: null };
    open(PAGE, {
      ...offered('SoleLicence', { price: royalty }),
      'GET /api/listings/*/period': { ...agreed, phase: 'None', contract },
    });
    expect(await screen.findByText('2026-12-05')).toBeInTheDocument();
    expect(screen.queryByText('选定理由')).not.toBeInTheDocument();
  });
});
