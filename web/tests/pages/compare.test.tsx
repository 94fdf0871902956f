import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '@/shared/api/types.ts';
import type { Sent } from '../support/network.ts';
import { facets, item, listing, patent } from '../support/samples/catalogue.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';

beforeAll(warmUp, WARM_UP_MS);

const NUMBERS = [1, 2, 3, 4, 5].map((n) => `CN20211000000${String(n)}.0`);
const address = (count: number) => `/catalogue/compare?${NUMBERS.slice(0, count).map((number) => `number=${number}`).join('&')}`;

/** Only the first of them is offered. */
const asked = ({ path }: Sent): Server['PatentView'] => {
  const number = decodeURIComponent(path.split('/').at(-1) ?? '');
  return { ...patent, id: `patent:${number}`, number, listing: number === NUMBERS[0] ? patent.listing : null };
};

const licence: Server['ListingView'] = {
  ...listing,
  status: 'Published',
  offer: {
    ...listing.offer,
    mode: 'ExclusiveLicence',
    modeTerms: { licence: { territory: 'National', years: 5, maySublicense: true } },
    technology: { routes: ['CalciumRoasting'], vanadiumPentoxide: 9_850, maturity: 7 },
  },
};

/** The cells of one line of the comparison. */
async function cells(name: string): Promise<(string | null)[]> {
  const table = await screen.findByRole('region', { name: '专利对比' });
  const line = within(table).getByRole('rowheader', { name }).closest('tr');
  return within(line ?? table).getAllByRole('cell').map((cell) => cell.textContent);
}

describe('the comparison', () => {
  it('says mode, price, terms and figures of what is offered, and a dash where nothing is', async () => {
    open(address(2), { 'GET /api/patents/*': asked, 'GET /api/listings/*': licence });
    expect(await cells('交易方式')).toEqual(['独占许可', '—']);
    expect(await cells('挂牌价')).toEqual([expect.stringContaining('1,200,000'), '—']);
    expect(await cells('交易条件')).toEqual([expect.stringMatching(/5 年.*全部权利一次性转让/s), '—']);
    expect(await cells('V₂O₅ 含量')).toEqual(['98.5%', '—']);
    expect(await cells('技术成熟度')).toEqual([expect.stringMatching(/^7 级/), '—']);
    expect(screen.queryByRole('rowheader', { name: '产能' })).not.toBeInTheDocument();
  });

  it('holds four at most and says how many were asked for', async () => {
    const { calls } = open(address(5), { 'GET /api/patents/*': asked, 'GET /api/listings/*': licence });
    expect(await screen.findByRole('note')).toHaveTextContent('最多对比 4 件，此处为 5 件中的前 4 件。');
    const table = await screen.findByRole('region', { name: '专利对比' });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(4);
    expect(calls('GET', /patents\//)).toHaveLength(4);
  });

  it('marks no fifth patent in the catalogue', async () => {
    const five = NUMBERS.map((number) => ({ ...item, id: `patent:${number}`, number }));
    const { person } = open('/catalogue', { 'GET /api/catalogue': { items: five, total: 5, next: null, facets } });
    const tick = (number: string) => screen.findByRole('checkbox', { name: `对比 ${number}` });
    for (const number of NUMBERS.slice(0, 4)) await person.click(await tick(number));
    const [first = '', , , , last = ''] = NUMBERS;
    expect(await tick(last)).toBeDisabled();
    expect(await screen.findByRole('link', { name: '对比所选 4 件' })).toBeInTheDocument();
    await person.click(await tick(first));
    expect(await tick(last)).toBeEnabled();
  });
});
