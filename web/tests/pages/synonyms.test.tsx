import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { synonyms } from '../support/samples/catalogue.ts';
import { handler } from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

const AT_THE_DESK = { 'GET /api/me': handler, 'PUT /api/synonyms': { version: 4, pos: 9 } };

describe('the list of synonyms', () => {
  it('says whose it is, who changed it, and finds a word', async () => {
    const { person } = open('/desk/synonyms', AT_THE_DESK);
    expect(await screen.findByText('本中心词表')).toBeInTheDocument();
    expect(screen.getByText(/由 陈经办 最后修改/)).toBeInTheDocument();
    await person.type(screen.getByRole('searchbox', { name: '在词表中查找' }), 'tio');
    expect(screen.getByText('二氧化钛 = 钛白粉 = TiO2')).toBeInTheDocument();
    expect(screen.queryByText('东北大学 = 东北工学院')).not.toBeInTheDocument();
  });

  it('adds, changes and removes a group by sending the whole list with the version it was made from', async () => {
    const { person, calls } = open('/desk/synonyms', AT_THE_DESK);
    await person.click(await screen.findByRole('button', { name: '新增一组' }));
    const dialog = await screen.findByRole('dialog', { name: '新增一组' });
    expect(within(dialog).getByRole('button', { name: /保\s?存/ })).toBeDisabled();
    await person.type(within(dialog).getByRole('textbox'), '石煤{Enter}stone coal');
    await person.click(within(dialog).getByRole('button', { name: /保\s?存/ }));
    await waitFor(() => expect(calls('PUT', /synonyms$/)).toHaveLength(1));
    expect(calls('PUT', /synonyms$/)[0]?.body).toEqual({ groups: [{ kind: 'Term', terms: ['石煤', 'stone coal'] }, ...synonyms.groups] });
    expect(calls('PUT', /synonyms$/)[0]?.headers.get('If-Match')).toBe('"3"');
    await person.click(screen.getByRole('button', { name: '修改“东北大学”一组' }));
    const change = await screen.findByRole('dialog', { name: '修改' });
    await person.type(within(change).getByRole('textbox'), '{Enter}NEU');
    await person.click(within(change).getByRole('button', { name: /保\s?存/ }));
    await waitFor(() => expect(calls('PUT', /synonyms$/)).toHaveLength(2));
    expect(calls('PUT', /synonyms$/)[1]?.body).toEqual({ groups: [synonyms.groups[0], { kind: 'Name', terms: ['东北大学', '东北工学院', 'NEU'] }] });
    await person.click(screen.getAllByRole('button', { name: /删\s?除/ })[0] ?? document.body);
    const sure = await screen.findByRole('dialog', { name: '删除' });
    await person.click(within(sure).getByRole('button', { name: /删\s?除/ }));
    await waitFor(() => expect(calls('PUT', /synonyms$/)[2]?.body).toEqual({ groups: [synonyms.groups[1]] }));
  });

  it('says why a group is not taken', async () => {
    const { person } = open('/desk/synonyms', {
      ...AT_THE_DESK,
      'PUT /api/synonyms': refused(400, { code: 'SYNONYM_GROUP_SIZE', title: '第 1 组须有 2 至 12 个不同的词。' }),
    });
    await person.click(await screen.findByRole('button', { name: '新增一组' }));
    const dialog = await screen.findByRole('dialog', { name: '新增一组' });
    await person.type(within(dialog).getByRole('textbox'), '钒{Enter}钒');
    await person.click(within(dialog).getByRole('button', { name: /保\s?存/ }));
    expect(await within(dialog).findByText('第 1 组须有 2 至 12 个不同的词。')).toBeInTheDocument();
  });

  it('is only to be read where the server says so', async () => {
    open('/desk/synonyms', { ...AT_THE_DESK, 'GET /api/synonyms': { ...synonyms, abilities: [], isOwn: false, changedAt: null, changedBy: null } });
    expect(await screen.findByText('系统内置词表')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '新增一组' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /删\s?除/ })).not.toBeInTheDocument();
  });
});
