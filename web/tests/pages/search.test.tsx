import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { facets, item } from '../support/samples/catalogue.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';

beforeAll(warmUp, WARM_UP_MS);

describe('the catalogue', () => {
  it('marks what was asked for and shows what the hits are made of', async () => {
    const marks = { titleZh: [{ from: 11, length: 5 }], titleEn: [], applicants: [[], []] };
    open('/catalogue?q=V2O5', { 'GET /api/catalogue': { items: [{ ...item, marks }], total: 1, next: null, facets } });
    const marked = await screen.findAllByText('五氧化二钒', { selector: 'mark' });
    expect(marked.length).toBeGreaterThan(0);
    const filters = screen.getByRole('group', { name: '筛选' });
    expect(within(filters).getByRole('checkbox', { name: /竞价中/ })).not.toBeChecked();
    expect(within(filters).getByText(/C22B/)).toBeInTheDocument();
  });

  it('asks again with what is ticked, and keeps it in the address', async () => {
    const { person, router, calls } = open('/catalogue');
    await person.click(await screen.findByRole('checkbox', { name: /挂牌中/ }));
    await person.click(await screen.findByRole('checkbox', { name: /竞价中/ }));
    await waitFor(() => expect(router.state.location.search).toBe('?status=ForSale&status=InAuction'));
    await waitFor(() => expect(calls('GET', /catalogue$/).at(-1)?.search.getAll('status').sort()).toEqual(['ForSale', 'InAuction']));
    expect(calls('GET', /catalogue$/).at(-1)?.search.get('facets')).toBe('true');
  });

  it('suggests while typing and searches for what is chosen', async () => {
    const { person, router } = open('/catalogue');
    await person.type(await screen.findByRole('combobox', { name: '检索专利' }), 'fanz');
    // The list stands twice: as options for screen readers, and to be seen and clicked.
    const shown = await screen.findAllByText('钒渣');
    await person.click(shown.at(-1) ?? document.body);
    await waitFor(() => expect(new URLSearchParams(router.state.location.search).get('q')).toBe('钒渣'));
  });

  it('exports the same question and compares what is marked', async () => {
    const { person, router } = open('/catalogue?q=%E9%92%92&type=Invention');
    const csv = await screen.findByRole('link', { name: 'CSV 文件' });
    expect(csv).toHaveAttribute('href', '/api/catalogue/export?format=Csv&q=%E9%92%92&type=Invention');
    await person.click(await screen.findByRole('checkbox', { name: '对比 CN202110001234.5' }));
    await person.click(await screen.findByRole('checkbox', { name: '对比 CN201920005678.X' }));
    await person.click(await screen.findByRole('link', { name: '对比所选 2 件' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/catalogue/compare'));
    const table = await screen.findByRole('region', { name: '专利对比' });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(2);
  });
});
