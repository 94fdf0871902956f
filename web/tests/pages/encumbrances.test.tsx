import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { listing } from '../support/samples/catalogue.ts';
import { encumbrances, modes, pledged } from '../support/samples/gate.ts';
import { bidder, handler } from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

const PATENT = '/patents/CN202110001234.5';
const recording = {
  'GET /api/me': handler,
  'GET /api/patents/*/encumbrances': {
    ...encumbrances,
    abilities: ['encumber', 'record-consent'],
    encumbrances: encumbrances.encumbrances.map((item) => ({ ...item, abilities: ['end'] })),
  },
};

describe('what may be done with a patent', () => {
  it('is said mode by mode, with the article and the cure of each refusal', async () => {
    open(PATENT);
    expect(await screen.findByText(pledged.text)).toBeInTheDocument();
    expect(screen.getByText('依据：民法典 第四百四十四条第二款（2020-05-28 版本）')).toBeInTheDocument();
    expect(screen.getByText(/提交质权人的书面同意/)).toBeInTheDocument();
    expect(screen.getAllByText('可以')).toHaveLength(6);
    expect(screen.getByText('Y2026980000001')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '记载权利负担' })).not.toBeInTheDocument();
  });

  it('says of an article nobody has verified that it is to be verified, and of no other', async () => {
    const unread = { ...pledged, rule: 'SECRET_UNAPPROVED', text: '国防或保密专利（K1），须经批准。', isToBeVerified: true };
    open(PATENT, {
      'GET /api/patents/*/modes': { ...modes, modes: [{ mode: 'Sale', isOpen: false, refusals: [pledged, unread], notices: [] }] },
    });
    const [known, doubtful] = [await screen.findByText(pledged.text), await screen.findByText(unread.text)];
    expect(known.closest('li')).not.toHaveTextContent('待核实');
    expect(doubtful.closest('li')).toHaveTextContent('（条文待核实）');
  });

  it('explains a refused mode where it is chosen and lets another be chosen', async () => {
    const page = open('/listings/new?patent=CN202110001234.5', { 'GET /api/me': bidder });
    expect(await screen.findByText(pledged.text)).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: '转让（目前不可以）' })).toBeChecked();
    await page.person.click(screen.getByRole('radio', { name: '普通许可' }));
    await waitFor(() => expect(screen.queryByText(pledged.text)).not.toBeInTheDocument());
    await page.person.type(screen.getByLabelText('标的说明'), '普通许可');
    await page.person.click(screen.getByRole('radio', { name: '面议' }));
    await page.person.click(screen.getByRole('button', { name: '保存草稿' }));
    await waitFor(() => expect(page.calls('POST', /\/api\/listings$/)).toHaveLength(1));
    expect(page.calls('POST', /\/api\/listings$/)[0]?.body).toMatchObject({
      offer: {
        mode: 'OrdinaryLicence',
        askingPrice: null,
        modeTerms: { price: { way: 'Negotiated', form: 'LumpSum' }, licence: { territory: 'National', years: null }, sale: null },
      },
    });
  });
});

describe('a handler', () => {
  it('records an encumbrance with the paper it rests on', async () => {
    const page = open(PATENT, recording);
    await page.person.click(await screen.findByRole('button', { name: '记载权利负担' }));
    const dialog = await screen.findByRole('dialog');
    await page.person.selectOptions(within(dialog).getByLabelText('种类'), 'Preservation');
    await page.person.type(within(dialog).getByLabelText('登记号或案号'), '（2026）川04执1号');
    await page.person.type(within(dialog).getByLabelText('信息来源'), '协助执行通知书');
    await page.person.click(within(dialog).getByRole('button', { name: '记载权利负担' }));
    await waitFor(() => expect(page.calls('POST', /encumbrances$/)).toHaveLength(1));
    expect(page.calls('POST', /encumbrances$/)[0]?.body).toEqual({
      kind: 'Preservation',
      reference: '（2026）川04执1号',
      others: [],
      from: null,
      until: null,
      modes: [],
      basis: { source: '协助执行通知书', document: '', seenOn: null },
    });
  });

  it('is told why a record is refused, and records the end of one', async () => {
    const page = open(PATENT, { ...recording, 'POST /api/patents/*/encumbrances/1/end': refused(409, { title: '第 1 项已终结。' }) });
    await page.person.click(await screen.findByRole('button', { name: '记载终结' }));
    const dialog = await screen.findByRole('dialog');
    await page.person.type(within(dialog).getByLabelText('信息来源'), '公报');
    await page.person.click(within(dialog).getByRole('button', { name: '记载终结' }));
    expect(await within(dialog).findByText('第 1 项已终结。')).toBeInTheDocument();
  });

  it('records the consent of co-owners', async () => {
    const page = open(PATENT, recording);
    await page.person.click(await screen.findByRole('button', { name: '记载同意' }));
    const dialog = await screen.findByRole('dialog');
    await page.person.type(within(dialog).getByLabelText('同意的共有人'), '甲公司');
    await page.person.type(within(dialog).getByLabelText('信息来源'), '同意书');
    await page.person.click(within(dialog).getByRole('button', { name: '记载同意' }));
    await waitFor(() => expect(page.calls('POST', /consents$/)).toHaveLength(1));
    expect(page.calls('POST', /consents$/)[0]?.body).toMatchObject({ encumbrance: null, givers: ['甲公司'], modes: ['Sale'] });
  });
});

describe('a permit for a foreign buyer', () => {
  const book = {
    ...encumbrances,
    abilities: ['encumber', 'record-consent'],
    encumbrances: encumbrances.encumbrances.map((item) => ({ ...item, kind: 'ExportRestricted' as const, name: '限制出口技术' })),
    consents: [{
      number: 1,
      encumbrance: 1,
      givers: [],
      modes: ['Sale' as const],
      isInForce: true,
      basis: { source: '技术出口许可证', document: null, seenOn: '2026-03-01' },
      recordedAt: '2026-03-02T02:00:00Z',
      withdrawnAt: null,
      buyer: 'party:01JABROAD',
    }],
  };

  it('is shown with its buyer and recorded for one buyer', async () => {
    const page = open(PATENT, { ...recording, 'GET /api/patents/*/encumbrances': book });
    expect(await screen.findByText('对第 1 项的批准，受让方 party:01JABROAD')).toBeInTheDocument();
    await page.person.click(screen.getByRole('button', { name: '记载同意' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByLabelText('境外受让方')).not.toBeInTheDocument();
    await page.person.selectOptions(within(dialog).getByLabelText('关于'), '1');
    await page.person.type(within(dialog).getByLabelText('境外受让方'), 'party:01JOTHER');
    await page.person.type(within(dialog).getByLabelText('信息来源'), '技术出口许可证');
    await page.person.click(within(dialog).getByRole('button', { name: '记载同意' }));
    await waitFor(() => expect(page.calls('POST', /consents$/)).toHaveLength(1));
    expect(page.calls('POST', /consents$/)[0]?.body).toMatchObject({ encumbrance: 1, givers: [], buyer: 'party:01JOTHER' });
  });
});

describe('a suspended listing', () => {
  it('says why, and a reviewer resumes it with a reason', async () => {
    const page = open('/listings/listing:01JLIST', {
      'GET /api/me': handler,
      'GET /api/listings/*': { ...listing, status: 'Suspended', suspensionReasons: ['保全期间（案号）'], abilities: ['resume', 'return'] },
    });
    expect(await screen.findByText('保全期间（案号）')).toBeInTheDocument();
    await page.person.click(screen.getByRole('button', { name: '恢复挂牌' }));
    const dialog = await screen.findByRole('dialog');
    await page.person.type(within(dialog).getByLabelText('恢复理由'), '已解除保全');
    await page.person.click(within(dialog).getByRole('button', { name: '恢复挂牌' }));
    await waitFor(() => expect(page.calls('POST', /resume$/)[0]?.body).toEqual({ reason: '已解除保全' }));
  });
});
