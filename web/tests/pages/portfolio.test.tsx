import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { listing } from '../support/samples/catalogue.ts';
import { pledged } from '../support/samples/gate.ts';
import * as papers from '../support/samples/papers.ts';
import * as people from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

const PAGE = '/listings/listing:01JLIST';
const [first] = listing.patents;
if (!first) throw new Error('The sample has a patent.');
const second = {
  ...first, id: 'patent:CN209910000002', number: 'CN209910000002.1', title: '一种钙化焙烧炉', gate: { ...first.gate, isOpen: false, refusals: [pledged] },
};
const together = { ...listing, patents: [first, second] };
const mine = {
  'GET /api/me': people.bidder,
  'GET /api/listings/*': { ...together, status: 'Draft', route: [], waitsFor: null, abilities: ['edit', 'submit'], isInside: true },
  'GET /api/listings/*/title-pack': papers.mine,
};
const list = async () => within(await screen.findByRole('list', { name: '标的专利' }));

describe('a listing of several patents', () => {
  it('names all of them, with what closes one of them', async () => {
    open(PAGE, { 'GET /api/listings/*': { ...together, status: 'Published', waitsFor: null } });
    const patents = await list();
    expect(patents.getAllByRole('listitem').length).toBeGreaterThanOrEqual(2);
    expect(patents.getByRole('link', { name: second.number })).toBeVisible();
    expect(patents.getByText(/专利权已出质/)).toBeVisible();
    expect(screen.getByText('等 2 件专利')).toBeVisible();
    expect(screen.queryByRole('button', { name: '加入' })).not.toBeInTheDocument();
  });

  it('lets its seller add one by number and says why one is refused', async () => {
    const { person, calls } = open(PAGE, {
      ...mine,
      'POST /api/listings/*/patents': refused(409, { title: 'CN1：登记簿上的专利权人不一致。' }),
    });
    const number = await screen.findByRole('textbox', { name: '要加入的专利号' });
    await person.type(number, ' CN209910000003.6 ');
    await person.click(screen.getByRole('button', { name: /^加\s*入$/ }));
    await waitFor(() => expect(calls('POST', /patents$/)[0]?.body).toEqual({ patent: 'CN209910000003.6' }));
    await waitFor(() => expect(number).toHaveAccessibleDescription('CN1：登记簿上的专利权人不一致。'));
  });

  it('lets its seller take out all but the first', async () => {
    const { person, calls } = open(PAGE, mine);
    const patents = await list();
    const button = patents.getByRole('button', { name: /移\s*出/ });
    await person.click(button);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/CN209910000002\.1/)).toBeInTheDocument();
    await person.click(dialog.getByRole('button', { name: /^移\s*出$/ }));
    await waitFor(() => expect(calls('DELETE', /patents\/patent(:|%3A)CN209910000002$/)).toHaveLength(1));
  });

  it('names one the catalogue has no more by its number, to be taken out', async () => {
    const gone = { ...second, title: null, holders: [], gate: null };
    const { person, calls } = open(PAGE, { ...mine, 'GET /api/listings/*': { ...mine['GET /api/listings/*'], patents: [first, gone] } });
    const patents = await list();
    expect(patents.getByText('目录中已没有该专利')).toBeVisible();
    expect(patents.getByText(gone.number)).toBeVisible();
    expect(patents.queryByRole('link', { name: gone.number })).not.toBeInTheDocument();
    await person.click(patents.getByRole('button', { name: /移\s*出/ }));
    await person.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^移\s*出$/ }));
    await waitFor(() => expect(calls('DELETE', /patents\/patent(:|%3A)CN209910000002$/)).toHaveLength(1));
  });

  it('is shown without what the gate says where the catalogue has its only patent no more', async () => {
    const gone = { ...first, title: null, holders: [], gate: null };
    open(PAGE, { 'GET /api/listings/*': { ...listing, title: gone.number, gate: null, patents: [gone] } });
    expect(await screen.findByText('攀枝花学院')).toBeVisible();
  });

  it('is checked patent by patent', async () => {
    const [item] = papers.pack.items;
    if (!item) throw new Error('The sample has an item.');
    const items = [item, { ...item, patent: second.id, name: '专利登记簿副本（CN209910000002.1）' }];
    const { person, calls } = open(PAGE, {
      'GET /api/me': people.handler,
      'GET /api/listings/*': { ...together, abilities: ['handle', 'return'], isInside: true },
      'GET /api/listings/*/title-pack': { ...papers.pack, items },
    });
    const head = await screen.findByRole('heading', { name: '专利登记簿副本（CN209910000002.1）' });
    const ofSecond = head.closest('li');
    if (!ofSecond) throw new Error('It is no item.');
    await person.click(within(ofSecond).getByRole('radio', { name: '合格' }));
    await person.click(screen.getByRole('button', { name: '保存核对结论' }));
    await waitFor(() => expect(calls('PUT', /title-pack\/verdicts$/)[0]?.body).toEqual({
      verdicts: [{ kind: 'RegisterExtract', patent: second.id, verdict: 'InOrder', remark: '' }],
    }));
    expect(screen.getByRole('combobox', { name: '查看哪一件专利的登记情况' })).toBeVisible();
  });
});
