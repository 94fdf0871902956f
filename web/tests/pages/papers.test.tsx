import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { listing } from '../support/samples/catalogue.ts';
import * as papers from '../support/samples/papers.ts';
import * as people from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

const PAGE = '/listings/listing:01JLIST';
const atTheDesk = {
  'GET /api/me': people.handler,
  'GET /api/listings/*': { ...listing, abilities: ['handle', 'return'], isInside: true },
};
const atHome = {
  'GET /api/me': people.bidder,
  'GET /api/listings/*': { ...listing, status: 'Draft', route: [], waitsFor: null, abilities: ['submit'], isInside: true },
  'GET /api/listings/*/title-pack': papers.mine,
  'GET /api/listings/*/documents': { ...papers.documents, abilities: ['add', 'remove'] },
};
const itemOf = async (name: string) => {
  const head = await screen.findByRole('heading', { name });
  const item = head.closest('li');
  if (!item) throw new Error(`${name} is no item.`);
  return within(item);
};

describe('the checklist of the desk', () => {
  it('takes a verdict with its remark and sends only what changed', async () => {
    const { person, calls } = open(PAGE, atTheDesk);
    const extract = await itemOf('专利登记簿副本');
    const save = screen.getByRole('button', { name: '保存核对结论' });
    expect(save).toBeDisabled();
    await person.click(extract.getByRole('radio', { name: '有误' }));
    expect(save).toBeDisabled();
    await person.type(extract.getByLabelText('意见（退回时作为理由告知转让方）'), '印章不清');
    await person.click(save);
    await waitFor(() => expect(calls('PUT', /title-pack\/verdicts$/)).toHaveLength(1));
    expect(calls('PUT', /title-pack\/verdicts$/)[0]?.body).toEqual({
      verdicts: [{ kind: 'RegisterExtract', verdict: 'Wrong', remark: '印章不清', patent: null }],
    });
  });

  it('finds the rest in order with one press', async () => {
    const { person, calls } = open(PAGE, atTheDesk);
    await person.click(await screen.findByRole('button', { name: '其余全部合格' }));
    await waitFor(() => expect(calls('PUT', /title-pack\/verdicts$/)).toHaveLength(1));
    expect(calls('PUT', /title-pack\/verdicts$/)[0]?.body).toEqual({
      verdicts: [{ kind: 'RegisterExtract', verdict: 'InOrder', remark: '', patent: null }],
    });
  });

  it('proposes its remarks as the reasons of a return, which the officer may change', async () => {
    const { person, calls } = open(PAGE, atTheDesk);
    await itemOf('缴费凭证');
    await person.click(screen.getByRole('button', { name: /^退\s*回$/ }));
    const dialog = within(await screen.findByRole('dialog'));
    const reasons = dialog.getByLabelText(/退回理由/);
    expect(reasons).toHaveValue('缴费凭证：缺少2026年度');
    await person.type(reasons, '{Enter}请补交');
    await person.click(dialog.getByRole('button', { name: /^退\s*回$/ }));
    await waitFor(() => expect(calls('POST', /return$/)).toHaveLength(1));
    expect(calls('POST', /return$/)[0]?.body).toEqual({ reasons: ['缴费凭证：缺少2026年度', '请补交'] });
  });

  it('stands beside the facts of the patent', async () => {
    open(PAGE, atTheDesk);
    expect(await screen.findByRole('heading', { name: '专利登记情况' })).toBeVisible();
    expect(await screen.findByRole('heading', { name: '该交易方式的审查结论' })).toBeVisible();
    expect(screen.getByText('王经办', { exact: false })).toBeVisible();
  });
});

describe('the seller’s pack', () => {
  it('asks for the day of issue, then sends the file', async () => {
    const { person, calls } = open(PAGE, atHome);
    const extract = await itemOf('专利登记簿副本');
    await person.click(extract.getByRole('button', { name: '上传：专利登记簿副本' }));
    const dialog = within(await screen.findByRole('dialog'));
    const go = dialog.getByRole('button', { name: '选择文件并上传' });
    expect(go).toBeDisabled();
    await person.type(dialog.getByLabelText('出具日期'), '2026年11月2日');
    expect(go).toBeEnabled();
    await person.upload(extract.getByLabelText('“专利登记簿副本”的文件'), new File(['%PDF-'], '副本.pdf', { type: 'application/pdf' }));
    await waitFor(() => expect(calls('POST', /documents$/)).toHaveLength(1));
    expect(await screen.findByText('已上传“专利登记簿副本”。')).toBeVisible();
  });

  it('asks for the day of issue of a paper whose age counts for others only', async () => {
    const { person, calls } = open(PAGE, atHome);
    const appraisal = await itemOf('评估报告及备案表');
    await person.click(appraisal.getByRole('button', { name: '上传：评估报告及备案表' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('按材料上所载日期填写，如 2026-01-31。')).toBeInTheDocument();
    await person.type(dialog.getByLabelText('出具日期'), '2020-5-6');
    await person.upload(appraisal.getByLabelText('“评估报告及备案表”的文件'), new File(['%PDF-'], '评估.pdf', { type: 'application/pdf' }));
    await waitFor(() => expect(calls('POST', /documents$/)).toHaveLength(1));
  });

  it('says why a file is not taken', async () => {
    const { person } = open(PAGE, {
      ...atHome,
      'POST /api/listings/*/documents': refused(415, { code: 'FILE_DAMAGED', title: '文件不完整或已损坏（PDF），请重新导出或扫描后上传。' }),
    });
    const receipts = await itemOf('缴费凭证');
    await person.upload(await receipts.findByLabelText('“缴费凭证”的文件'), new File(['%PDF-'], 'a.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText(/文件不完整或已损坏/)).toBeVisible();
  });

  it('declares only what was read, with the defects known', async () => {
    const { person, calls } = open(PAGE, atHome);
    await person.click(await screen.findByRole('button', { name: '在线声明' }));
    const dialog = within(await screen.findByRole('dialog'));
    const declare = dialog.getByRole('button', { name: '在线声明' });
    await person.type(dialog.getByLabelText('已知瑕疵'), '无');
    expect(declare).toBeDisabled();
    await person.click(dialog.getByRole('checkbox'));
    await person.click(declare);
    await waitFor(() => expect(calls('PUT', /declaration$/)[0]?.body).toEqual({ textVersion: '2026-1', defects: '无' }));
  });

  it('shows pictures to everybody as pictures, and nothing of the rest', async () => {
    const shown = { ...papers.documents, items: papers.documents.items.filter(({ visibility }) => visibility === 'Public') };
    const { calls } = open(PAGE, {
      'GET /api/listings/*': { ...listing, status: 'Published', isInside: false, route: [] },
      'GET /api/listings/*/documents': shown,
    });
    expect(await screen.findByRole('img', { name: '照片：窑炉.png' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: '权属材料' })).toBeNull();
    expect(calls('GET', /title-pack$/)).toHaveLength(0);
  });
});
