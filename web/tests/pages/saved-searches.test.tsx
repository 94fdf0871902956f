import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '@/features/catalogue/saved-searches/question.ts';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { bidder } from '../support/samples/people.ts';

// antd gives every element the same id under test, so a dialog beside a combobox has no name of its own here.
beforeAll(warmUp, WARM_UP_MS);

const UNBOUND = {
  tio2Min: null, tio2Max: null, v2o5Min: null, v2o5Max: null, slagMin: null, slagMax: null, capacityMin: null, capacityMax: null, trlMin: null, trlMax: null,
};
const SIGNED_IN = { 'GET /api/me': bidder };

describe('saved searches', () => {
  it('keeps what is asked in the catalogue, with its filters', async () => {
    const { person, calls } = open('/catalogue?q=%E9%92%92&type=Invention&from=100', { ...SIGNED_IN, 'POST /api/saved-searches': { version: 1, pos: 9 } });
    await person.click(await screen.findByRole('button', { name: '保存检索' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/检索词：钒/)).toBeInTheDocument();
    await person.type(within(dialog).getByRole('textbox', { name: '名称' }), '行情');
    await person.click(within(dialog).getByRole('switch', { name: '有新的匹配专利时提醒我' }));
    await person.click(within(dialog).getByRole('button', { name: /保\s?存/ }));
    await waitFor(() => expect(calls('POST', /saved-searches$/)).toHaveLength(1));
    expect(calls('POST', /saved-searches$/)[0]?.body).toEqual({
      name: '钒行情',
      alerts: false,
      question: {
        q: '钒', type: ['Invention'], status: [], priceMin: 100_000_000, priceMax: null, ipc: [], applicant: null, holder: [], year: [],
        mode: [], field: [], route: [], ...UNBOUND,
      },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('keeps modes and technical figures, in words, and asks them again', async () => {
    const { person, calls } = open('/catalogue?mode=OpenLicence&mode=Sale&field=TitaniumSlag&route=ElectricSmelting&tio2Min=70.5&capacityMin=1000&capacityMax=20000&trlMax=8', {
      ...SIGNED_IN,
      'POST /api/saved-searches': { version: 1, pos: 9 },
    });
    await person.click(await screen.findByRole('button', { name: '保存检索' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/交易方式：转让 或 开放许可/)).toBeInTheDocument();
    expect(within(dialog).getByText(/TiO₂ 含量（%）：≥ 70.5/)).toBeInTheDocument();
    expect(within(dialog).getByText(/产能（吨\/年）：1,000–20,000/)).toBeInTheDocument();
    expect(within(dialog).getByText(/技术成熟度（1–9）：≤ 8/)).toBeInTheDocument();
    await person.type(within(dialog).getByRole('textbox', { name: '名称' }), '钛渣');
    await person.click(within(dialog).getByRole('button', { name: /保\s?存/ }));
    await waitFor(() => expect(calls('POST', /saved-searches$/)).toHaveLength(1));
    expect(calls('POST', /saved-searches$/)[0]?.body).toMatchObject({
      question: {
        ...UNBOUND, mode: ['Sale', 'OpenLicence'], field: ['TitaniumSlag'], route: ['ElectricSmelting'],
        tio2Min: 7050, capacityMin: 1000, capacityMax: 20_000, trlMax: 8,
      },
    });
  });

  it('asks a kept question by its address, as one saved before figures were kept asks it', () => {
    const old = { q: '钒', type: [], status: [], priceMin: null, priceMax: null, ipc: [], applicant: null, holder: [], year: [] };
    expect(addressOf(old)).toBe(`/catalogue?q=${encodeURIComponent('钒')}`);
    expect(addressOf({ ...old, mode: ['Sale'], tio2Min: 7050, capacityMax: 20_000 })).toBe(
      `/catalogue?q=${encodeURIComponent('钒')}&mode=Sale&tio2Min=70.5&capacityMax=20000`,
    );
  });

  it('says why one is not kept and leaves what was typed', async () => {
    const { person } = open('/catalogue?q=%E9%92%92', {
      ...SIGNED_IN,
      'POST /api/saved-searches': refused(409, { code: 'SEARCH_NAME_TAKEN', title: '您已有名为“钒”的检索。' }),
    });
    await person.click(await screen.findByRole('button', { name: '保存检索' }));
    const dialog = await screen.findByRole('dialog');
    await person.click(within(dialog).getByRole('button', { name: /保\s?存/ }));
    expect(await within(dialog).findByText('您已有名为“钒”的检索。')).toBeInTheDocument();
    expect(within(dialog).getByRole('textbox', { name: '名称' })).toHaveValue('钒');
  });

  it('offers nothing to keep where nothing is asked, and the way to sign in to a visitor', async () => {
    open('/catalogue', SIGNED_IN);
    await screen.findByRole('group', { name: '筛选' });
    expect(screen.queryByRole('button', { name: '保存检索' })).not.toBeInTheDocument();
  });

  it('leads a visitor back to what he asked', async () => {
    open('/catalogue?q=%E9%92%92');
    expect(await screen.findByRole('link', { name: '登录后可保存检索' })).toHaveAttribute('href', '/sign-in?from=%2Fcatalogue%3Fq%3D%25E9%2592%2592');
  });

  it('runs, renames and deletes', async () => {
    const { person, calls } = open('/saved-searches', { ...SIGNED_IN, 'PUT /api/saved-searches/*': { version: 3, pos: 9 }, 'DELETE /api/saved-searches/*': { version: 4, pos: 10 } });
    expect(await screen.findByText('提醒中')).toBeInTheDocument();
    expect(screen.getByText(/申请年：2012 或 2013/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '钒渣' })).toHaveAttribute('href', `/catalogue?q=${encodeURIComponent('钒渣')}&type=Invention&ipc=C22B+34%2F22&year=2012&year=2013&from=100`);
    await person.click(screen.getByRole('button', { name: /修\s?改/ }));
    const dialog = await screen.findByRole('dialog', { name: '修改' });
    await person.click(within(dialog).getByRole('switch'));
    await person.click(within(dialog).getByRole('button', { name: /保\s?存/ }));
    await waitFor(() => expect(calls('PUT', /saved-searches\/1$/)[0]?.body).toEqual({ name: '钒渣', alerts: false }));
    await person.click(screen.getByRole('button', { name: /删\s?除/ }));
    const sure = await screen.findByRole('dialog', { name: '删除' });
    await person.click(within(sure).getByRole('button', { name: /删\s?除/ }));
    await waitFor(() => expect(calls('DELETE', /saved-searches\/1$/)).toHaveLength(1));
  });
});
