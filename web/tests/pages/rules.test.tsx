import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import type { Server } from '../../src/shared/api/types.ts';
import * as people from '../support/samples/people.ts';
import { draft, profiles } from '../support/samples/trading.ts';

beforeAll(warmUp, WARM_UP_MS);

const profile = profiles.items[0] as Server['ProfileView'];
const twice = { ...profile, versions: [1, 2], version: 2 };
const court = {
  ...profile,
  id: 'judicial-online',
  name: '网络司法拍卖',
  mayHost: false,
  depositPermille: { min: 50, max: 200, usual: null },
  lines: [{ field: 'depositPermille', label: '保证金', value: '起始价的 5 % 至 20 %', source: '法释〔2016〕18号第十七条' }],
};

describe('the rule profiles', () => {
  it('are listed with whether the centre may publish under them', async () => {
    open('/rules', { 'GET /api/rule-profiles': { items: [profile, court] } });
    expect(await screen.findByRole('link', { name: '网络司法拍卖' })).toHaveAttribute('href', '/rules/judicial-online');
    expect(screen.getByText(/未登记所需资格/)).toBeVisible();
    expect(screen.getByText(/本中心可以公告/)).toBeVisible();
  });

  it('explain every rule with its source, and what changed since the version before', async () => {
    open('/rules/patent-open?version=2', {
      'GET /api/rule-profiles/patent-open/versions/2': twice,
      'GET /api/rule-profiles/patent-open/differences': {
        from: 1,
        to: 2,
        items: [{ field: 'notice', label: '公告至开始', before: null, after: '至少 3 个工作日', sourceBefore: null, sourceAfter: '本中心规则二' }],
      },
    });
    expect(await screen.findByText('不得参与竞买')).toBeVisible();
    expect(screen.getByText('本中心规则')).toBeVisible();
    const change = within(await screen.findByRole('listitem', { name: '公告至开始' }));
    expect(change.getByText('未规定')).toBeVisible();
    expect(change.getByText('本中心规则二')).toBeVisible();
  });
});

describe('the desk drafting an auction', () => {
  it('is told at once what lies outside the profile, with the article', async () => {
    open('/desk/auctions/auction:1', {
      'GET /api/me': people.handler,
      'GET /api/auctions/auction:1': { ...draft, profile: null },
      'GET /api/rule-profiles': { items: [court] },
    });
    const deposit = await screen.findByLabelText('保证金');
    await userEvent.clear(deposit);
    await userEvent.type(deposit, '1');
    expect(await screen.findByText(/不在允许范围/)).toBeVisible();
    expect(screen.getByText('依据：法释〔2016〕18号第十七条')).toBeVisible();
    expect(screen.getByRole('note')).toHaveTextContent('不能公告');
  });
});
