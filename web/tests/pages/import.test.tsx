import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open } from '../support/open.tsx';
import * as samples from '../support/samples/imports.ts';
import { bidder, handler } from '../support/samples/people.ts';

const importer = { ...handler, abilities: [...handler.abilities, 'import-patents'] };
const owner = { ...bidder, abilities: [...bidder.abilities, 'import-own-patents'] };
const none = { items: [], total: 0, next: null };
const file = (name = 'CN199900001A.XML') => new File(['<cn-patent-document/>'], name, { type: 'text/xml' });

const start = (changes: Record<string, unknown> = {}) =>
  open('/imports', {
    'GET /api/me': importer, 'GET /api/imports': none, 'GET /api/imports/*/rows': samples.rows, ...changes,
  });

const choose = async (page: ReturnType<typeof open>, ...files: File[]) =>
  page.person.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), files);

describe('the import of files', () => {
  it('shows what a file would change, with every refused row’s line and reason', async () => {
    const page = start({ 'POST /api/imports': samples.previewed, 'GET /api/imports/*': samples.previewed });
    await choose(page, file());

    const table = await screen.findByRole('table', { name: '“CN199900001A.XML”中的专利' });
    expect(screen.getByText('新增 1，有变化 1，无变化 0，不予导入 1')).toBeVisible();
    expect(screen.getByText('识别为：国家知识产权局公布文件（新格式）（XML）')).toBeVisible();
    const [, added, changed, bad] = within(table).getAllByRole('row');
    expect(added).toHaveTextContent('新增');
    expect(added).toHaveTextContent('原为：（空）');
    expect(changed).toHaveTextContent('申请日2099-03-05原为：2099-03-04');
    expect(bad).toHaveTextContent('第 61 行：“209910000003.0”的校验位不正确，请核对。');
    expect(page.calls('POST', /\/api\/imports$/)[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(page.calls('POST', /apply$/)).toHaveLength(0);
  });

  it('applies only when told to, and then leads to the patents', async () => {
    let isApplied = false;
    const page = start({
      'POST /api/imports': samples.previewed,
      'GET /api/imports/*': () => (isApplied ? samples.applied : samples.previewed),
      'POST /api/imports/*/apply': () => {
        isApplied = true;
        return samples.applied;
      },
    });
    await choose(page, file());
    await page.person.click(await screen.findByRole('button', { name: '写入目录' }));

    const link = await screen.findByRole('link', { name: 'CN209910000001.8' });
    expect(link).toHaveAttribute('href', '/patents/CN209910000001.8');
    expect(screen.queryByRole('button', { name: '写入目录' })).toBeNull();
    expect(page.calls('POST', /\/api\/imports\/import:01JIMPORT\/apply$/)).toHaveLength(1);
  });

  it('says why a file is refused whole and goes on with the next', async () => {
    const reason = '第 7 行第 3 列：XML 不完整或有误，整个文件未导入。';
    let sent = 0;
    const page = start({
      'POST /api/imports': () => (++sent === 1 ? refused(400, { code: 'FILE_BROKEN', title: reason }) : samples.previewed),
      'GET /api/imports/*': samples.previewed,
    });
    await choose(page, file('broken.xml'), file());

    expect(await screen.findByText('文件“broken.xml”未导入')).toBeVisible();
    expect(screen.getByText(reason)).toBeVisible();
    expect(await screen.findByRole('table')).toBeVisible();
    const keys = page.calls('POST', /\/api\/imports$/).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('offers nothing to apply when the catalogue knows it all', async () => {
    const known = { ...samples.previewed, counts: { new: 0, changed: 0, unchanged: 1, refused: 0 }, abilities: [] };
    const rows = { items: [{ ...samples.added, verdict: 'Unchanged', differences: [] }], total: 1, next: null };
    const page = start({ 'POST /api/imports': known, 'GET /api/imports/*': known, 'GET /api/imports/*/rows': rows });
    await choose(page, file());
    expect(await screen.findByText('没有需要写入的内容。')).toBeVisible();
    expect(screen.queryByRole('button', { name: '写入目录' })).toBeNull();
    expect(await screen.findByRole('link', { name: 'CN209910000001.8' })).toBeVisible();
  });

  it('shows the rows of one verdict', async () => {
    const page = start({ 'POST /api/imports': samples.previewed, 'GET /api/imports/*': samples.previewed });
    await choose(page, file());
    await page.person.click(await screen.findByRole('radio', { name: '不予导入 1' }));

    await waitFor(() => expect(page.calls('GET', /\/rows$/).at(-1)?.search.get('verdict')).toBe('Refused'));
    expect(screen.queryByRole('radio', { name: '无变化 0' })).toBeNull();
  });

  it('shows how far a long file is and asks again', async () => {
    let asked = 0;
    const page = start({
      'POST /api/imports': { ...samples.previewed, status: 'Comparing', total: 10_000, done: 400, abilities: [] },
      'GET /api/imports/*': () =>
        ++asked === 1
          ? { ...samples.previewed, status: 'Comparing', total: 10_000, done: 400, abilities: [] }
          : samples.previewed,
    });
    await choose(page, file('long.csv'));

    expect(await screen.findByText('比对中：400 / 10000 行，可离开此页，后台继续。')).toBeVisible();
    expect(screen.queryByRole('button', { name: '写入目录' })).toBeNull();
    expect(await screen.findByRole('button', { name: '写入目录' }, { timeout: 3_000 })).toBeVisible();
  });

  it('undoes an import once that is confirmed, and says what stays', async () => {
    let isUndone = false;
    const undone = { ...samples.applied, status: 'Undone', kept: 1, abilities: [] };
    const kept = {
      ...samples.changed, undo: 'Kept', reason: { code: 'CHANGED_SINCE', title: '此后已有他人更改，保留现状。', figures: {} },
    };
    const page = start({
      'POST /api/imports': samples.applied,
      'GET /api/imports/*': () => (isUndone ? undone : samples.applied),
      'GET /api/imports/*/rows': () => (isUndone ? { items: [kept], total: 1, next: null } : samples.rows),
      'POST /api/imports/*/undo': () => {
        isUndone = true;
        return undone;
      },
    });
    await choose(page, file());
    await page.person.click(await screen.findByRole('button', { name: '撤销本次导入' }));
    expect(page.calls('POST', /undo$/)).toHaveLength(0);
    await page.person.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '撤销本次导入' }));

    expect(await screen.findByText('已撤销；1 行未能全部撤回，原因见下。')).toBeVisible();
    expect(await screen.findByText('第 40 行：此后已有他人更改，保留现状。')).toBeVisible();
    expect(screen.getByText('未撤回')).toBeVisible();
  });

  it('takes what a party brings, in its own words', async () => {
    const known = { code: 'KNOWN_ALREADY', title: '该专利已在目录中，资料只能由交易中心更正。', figures: {} };
    const same = { code: 'TAKEN_WITH_EARLIER_ROW', title: '与第 24 行是同一专利，内容并入该行。', figures: {} };
    const items = [
      samples.added,
      { ...samples.changed, verdict: 'Unchanged', differences: [], reason: known },
      { ...samples.added, line: 61, verdict: 'Unchanged', differences: [], reason: same },
    ];
    const own = { ...samples.previewed, importer: '攀枝花钒业科技有限公司' };
    const page = start({
      'GET /api/me': owner,
      'GET /api/imports': { items: [{ ...samples.importItem, importer: own.importer }], total: 1, next: null },
      'POST /api/imports': own,
      'GET /api/imports/*': own,
      'GET /api/imports/*/rows': { items, total: 3, next: null },
    });
    expect(await screen.findByText(/目录中已有的不作改动/)).toBeVisible();
    expect(screen.getByRole('heading', { name: '本方的导入' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '下载法律事件模板' })).toBeNull();
    await choose(page, file());

    expect(await screen.findByText('导入方：攀枝花钒业科技有限公司')).toBeVisible();
    expect(await screen.findByText('第 40 行：该专利已在目录中，资料只能由交易中心更正。')).toBeVisible();
    expect(screen.getByText('第 61 行：与第 24 行是同一专利，内容并入该行。')).toBeVisible();
    expect(screen.getByRole('link', { name: 'CN209910000002.4' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'CN209910000001.8' })).toBeNull();
    expect(screen.getByRole('button', { name: '写入目录' })).toBeVisible();
  });

  it('hands out the template', async () => {
    const page = start({ 'GET /api/imports/template': {} });
    await page.person.click(await screen.findByRole('button', { name: '下载专利模板' }));
    await page.person.click(await screen.findByRole('button', { name: '下载法律事件模板' }));
    await waitFor(() => expect(page.calls('GET', /template$/).map(({ search }) => search.get('kind'))).toEqual(['Patents', 'LegalEvents']));
  });

  it('lists earlier imports and opens one', async () => {
    const page = start({
      'GET /api/imports': { items: [samples.importItem], total: 1, next: null },
      'GET /api/imports/*': samples.previewed,
    });
    await page.person.click(await screen.findByRole('link', { name: 'CN199900001A.XML' }));
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('says that nothing was imported yet', async () => {
    start();
    expect(await screen.findByText('还没有导入过文件')).toBeVisible();
  });

  it.each(['/catalogue', '/listings', '/patents/new'])('is found at %s by a party', async (address) => {
    open(address, { 'GET /api/me': owner });
    expect(await screen.findByRole('link', { name: '导入专利文件' })).toHaveAttribute('href', '/imports');
  });

  it('is not for everybody', async () => {
    open('/imports', { 'GET /api/me': handler });
    expect(await screen.findByRole('heading', { name: '无权查看此页' })).toBeVisible();
  });

  it('is found at the desk by those who may import', async () => {
    open('/desk', { 'GET /api/me': importer });
    await waitFor(() => expect(screen.getByRole('link', { name: '导入专利文件' })).toHaveAttribute('href', '/imports'));
  });
});
