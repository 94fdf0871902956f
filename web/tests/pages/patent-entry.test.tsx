import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { patent } from '../support/samples/catalogue.ts';
import { bidder, handler, newcomer } from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

type Opened = ReturnType<typeof open>;

const entry = (changes = {}) => open('/patents/new?number=209919990000', { 'GET /api/me': bidder, ...changes });

/** Fills in the least that a patent needs. */
async function fill({ person }: Opened) {
  await person.type(await screen.findByLabelText('中文名称'), '一种示例提钒方法');
  await person.type(screen.getByLabelText('申请人'), '甲公司\n\n 乙研究院');
  await person.type(screen.getByLabelText('信息来源'), '公布公告');
}

const send = ({ person }: Opened) => person.click(screen.getByRole('button', { name: '录入目录' }));

describe('a patent entered by form', () => {
  it('is sent whole and leads to its page', async () => {
    const page = entry();
    await fill(page);
    await page.person.type(screen.getByLabelText('中文摘要'), '本发明公开了一种方法。');
    await page.person.type(screen.getByLabelText('英文摘要'), 'A process.');
    await page.person.click(screen.getByRole('button', { name: '添加公布记录' }));
    await page.person.type(screen.getByLabelText('公布或公告号'), 'CN112700001A');
    await send(page);
    await waitFor(() => expect(page.router.state.location.pathname).toBe('/patents/209919990000'));
    expect(page.calls('POST', /\/api\/patents$/)[0]?.body).toEqual({
      number: '209919990000',
      titleZh: '一种示例提钒方法',
      titleEn: null,
      abstractZh: '本发明公开了一种方法。',
      abstractEn: 'A process.',
      applicants: ['甲公司', '乙研究院'],
      inventors: [],
      ipc: [],
      filingDate: null,
      publications: [{ number: 'CN112700001A', date: null }],
      legalStatus: null,
      source: '公布公告',
    });
  });

  it('asks for a title before it is sent', async () => {
    const page = entry();
    await page.person.type(await screen.findByLabelText('信息来源'), '公布公告');
    await send(page);
    expect(await screen.findByText('请至少填写中文或英文名称之一')).toBeInTheDocument();
    expect(page.calls('POST', /patents/)).toHaveLength(0);
  });

  it.each([
    ['专利号', { code: 'WRONG_CHECK_CHARACTER', title: '校验位不正确，请核对。', figures: { number: '209919990000' } }, '校验位不正确，请核对。'],
    ['英文摘要', { code: 'FACTS_MALFORMED', title: 'abstractEn', figures: { field: 'abstractEn' } }, '内容不完整、格式不对或过长，请核对。'],
    ['IPC 分类', { code: 'FACTS_MALFORMED', title: 'ipc', figures: { field: 'ipc' } }, '内容不完整、格式不对或过长，请核对。'],
  ])('says a refusal at the field %s', async (label, problem, said) => {
    const page = entry({ 'POST /api/patents': refused(400, problem) });
    await fill(page);
    await send(page);
    expect(await screen.findByText(said)).toBeInTheDocument();
    await waitFor(() => expect(screen.getByLabelText(label)).toHaveAttribute('aria-invalid', 'true'));
  });

  it('that is here already is led to', async () => {
    const page = entry({ 'POST /api/patents': refused(409, { code: 'KNOWN_ALREADY', title: '该专利已在目录中。', figures: {} }) });
    await fill(page);
    await send(page);
    expect(await screen.findByText('该专利已在目录中。')).toBeVisible();
    expect(screen.getByRole('link', { name: '查看目录中的这件专利' })).toHaveAttribute('href', '/patents/209919990000');
  });

  it('is offered where a number is not found', async () => {
    open('/listings/new?patent=209919990000', { 'GET /api/me': bidder, 'GET /api/patents/*': refused(404, { title: '没有该专利。' }) });
    expect(await screen.findByRole('link', { name: '录入专利' })).toHaveAttribute('href', '/patents/new?number=209919990000');
  });

  it.each(['/catalogue', '/desk'])('is offered at %s', async (address) => {
    open(address, { 'GET /api/me': { ...handler, abilities: [...handler.abilities, 'record-patents'] } });
    expect(await screen.findByRole('link', { name: '录入专利' })).toHaveAttribute('href', '/patents/new');
  });

  it('is not for somebody without a party', async () => {
    entry({ 'GET /api/me': newcomer });
    expect(await screen.findByRole('heading', { name: '无权查看此页' })).toBeVisible();
  });
});

describe('the register’s holders', () => {
  const at = (abilities: string[], changes = {}) =>
    open('/patents/CN202110001234.5', { 'GET /api/me': handler, 'GET /api/patents/*': { ...patent, abilities }, ...changes });

  const record = async ({ person }: Opened) => {
    await person.click(await screen.findByRole('button', { name: '登记权利人' }));
    const dialog = await screen.findByRole('dialog');
    await person.type(within(dialog).getByLabelText('信息来源'), '登记簿副本 1 号');
    await person.click(within(dialog).getByRole('button', { name: '登记权利人' }));
    return dialog;
  };

  it('are recorded in their order, starting from those on record', async () => {
    const page = at(['record-holders']);
    await record(page);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [sent] = page.calls('POST', /\/api\/patents\/CN202110001234.5\/holders$/);
    expect(sent?.body).toEqual({ holders: patent.holders, source: '登记簿副本 1 号', seenOn: null });
  });

  it('that are known already are refused in words', async () => {
    const page = at(['record-holders'], { 'POST /api/patents/*/holders': refused(409, { code: 'NOTHING_NEW', title: '没有新的内容。' }) });
    const dialog = await record(page);
    expect(await within(dialog).findByText('没有新的内容。')).toBeInTheDocument();
  });

  it('are recorded by those only whom the server lets', async () => {
    at([]);
    await screen.findByText('著录信息');
    expect(screen.queryByRole('button', { name: '登记权利人' })).toBeNull();
  });
});
