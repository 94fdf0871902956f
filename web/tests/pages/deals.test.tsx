import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../src/shared/api/types.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { listing } from '../support/samples/catalogue.ts';
import { agreed, offered, openFor, royalty } from '../support/samples/deals.ts';
import { bidder } from '../support/samples/people.ts';
import { noPeriod, stateOwned } from '../support/samples/periods.ts';

beforeAll(warmUp, WARM_UP_MS);

const PAGE = '/listings/listing:01JLIST';

describe('interest in what is agreed upon', () => {
  it('is filed in words for a royalty licence, and no total is asked', async () => {
    const page = open(PAGE, {
      ...offered('SoleLicence', { price: royalty }),
      'GET /api/listings/*/period': { ...agreed, abilities: ['file-intent'] },
    });
    expect(await screen.findByText(/两个及以上意向方的，由挂牌方选定并说明理由/)).toBeInTheDocument();
    await page.person.click(screen.getByRole('button', { name: '登记许可意向' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByLabelText(/报价/)).not.toBeInTheDocument();
    await page.person.type(within(dialog).getByLabelText('意向说明'), ' 用于攀枝花产线 ');
    await page.person.click(within(dialog).getByRole('checkbox'));
    await page.person.click(within(dialog).getByRole('button', { name: '登记许可意向' }));
    await waitFor(() => expect(page.calls('POST', /\/intents$/)).toHaveLength(1));
    expect(page.calls('POST', /\/intents$/)[0]?.body).toEqual({ notice: 1, price: null, acceptsTerms: true, proposal: '用于攀枝花产线' });
  });

  it.each([
    ['OrdinaryLicence', true, '登记许可意向', /可以与多个被许可方成交，挂牌继续有效/],
    ['OpenLicence', true, '登记使用开放许可', /专利法第五十一条/],
    ['EquityContribution', false, '登记投资意向', /中心登记后成交/],
    ['PledgeRealisation', false, '登记受让意向', /中心登记后成交/],
  ] as const)('of %s is filed at any time where there is no period', async (mode, isRepeatable, act, text) => {
    open(PAGE, {
      ...offered(mode, mode === 'EquityContribution' ? {} : { price: royalty }),
      'GET /api/listings/*/period': { ...openFor, abilities: ['file-intent'], isRepeatable },
    });
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.getByText('征集中')).toBeInTheDocument();
    expect(screen.getByText('长期征集，不设届满日')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: act })).toBeInTheDocument();
  });

  it('may come with a total where the price is one, which is not due', async () => {
    const page = open(PAGE, {
      ...offered('SoleLicence', { price: { way: 'Negotiated', form: 'LumpSum' } }),
      'GET /api/listings/*/period': { ...openFor, abilities: ['file-intent'], takesOffers: true },
    });
    await page.person.click(await screen.findByRole('button', { name: '登记许可意向' }));
    const dialog = await screen.findByRole('dialog');
    await page.person.type(within(dialog).getByLabelText('报价（可不填）'), '80');
    await page.person.click(within(dialog).getByRole('checkbox'));
    await page.person.click(within(dialog).getByRole('button', { name: '登记许可意向' }));
    await waitFor(() => expect(page.calls('POST', /\/intents$/)).toHaveLength(1));
    expect(page.calls('POST', /\/intents$/)[0]?.body).toMatchObject({ price: { fen: 8_000, currency: 'CNY' }, proposal: null });
  });
});

describe('a period of what is agreed upon', () => {
  const draft = { ...noPeriod, abilities: ['choose-period'], isAgreed: true };
  const drafted = (mode: Server['ListingMode']) => ({
    'GET /api/me': bidder,
    'GET /api/listings/*': { ...listing, status: 'Draft', waitsFor: null, offer: { ...listing.offer, mode } },
  });

  it('is chosen without rules of bidding, or none at all', async () => {
    const page = open(PAGE, { ...drafted('SoleLicence'), 'GET /api/listings/*/period': draft });
    await page.person.click(await screen.findByRole('radio', { name: '不设挂牌期，发布后随时接受意向登记' }));
    expect(screen.queryByLabelText('竞价规则')).not.toBeInTheDocument();
    await page.person.click(screen.getByRole('button', { name: '保存挂牌期' }));
    await waitFor(() => expect(page.calls('PUT', /\/period$/)).toHaveLength(1));
    expect(page.calls('PUT', /\/period$/)[0]?.body).toEqual({ workingDays: 0, profile: '' });
  });

  it('is due where the law has it, which is named', async () => {
    open(PAGE, { ...drafted('EquityContribution'), 'GET /api/listings/*/period': { ...draft, bounds: stateOwned } });
    expect(await screen.findByText(/第32号/)).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: /随时接受意向登记/ })).not.toBeInTheDocument();
  });
});
