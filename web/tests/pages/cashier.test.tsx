import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import * as money from '../support/samples/money.ts';
import * as people from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

const CASE = `/cashier/${money.escrow.id}`;
const ASKS = '付款账户不是竞买人登记的本人账户';

/** The entry's own, before those of the refunds. */
const first = (found: HTMLElement[]): HTMLElement => {
  const [element] = found;
  if (!element) throw new Error('Nothing was found.');
  return element;
};
const amountField = () => first(screen.getAllByRole('textbox', { name: '金额' }));
const unitField = () => first(screen.getAllByRole('combobox', { name: '金额单位' }));

async function atTheCase(changes = {}) {
  const page = open(CASE, { 'GET /api/me': people.bidder, 'GET /api/escrow/*': money.escrow, ...changes });
  await screen.findByRole('heading', { name: '登记收款' });
  return page;
}

describe('a line of the statement', () => {
  it('from another account is booked only after the cashier said so', async () => {
    const { person, calls } = await atTheCase({
      'POST /api/escrow/*/receipts': refused(409, { code: 'PAYER_NOT_THE_BIDDER', title: ASKS }),
    });
    await person.type(screen.getByLabelText('银行流水号'), 'ICBC2026-0001');
    await person.type(screen.getByLabelText('入账时间（北京时间）'), '2026-11-26T09:00');
    await person.type(amountField(), '100000');
    await person.type(screen.getByLabelText('付款人户名'), '某贸易公司');
    await person.type(screen.getByLabelText('付款账号'), '6222000000000077');
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    await person.click(screen.getByRole('button', { name: '登记此笔收款' }));
    await person.click(await screen.findByRole('checkbox', { name: /按他人代付入账/ }));
    await person.click(screen.getByRole('button', { name: '登记此笔收款' }));
    const sent = () => calls('POST', /receipts$/).map(({ body }) => (body as { fromThirdParty: boolean }).fromThirdParty);
    await waitFor(() => expect(sent()).toEqual([false, true]));
  });
});

describe('a case of a listing', () => {
  it('stands beside those of auctions and leads to its listing', async () => {
    const { person } = open('/cashier', {
      'GET /api/me': people.cashier,
      'GET /api/escrow': { items: [money.escrowSummary, money.intentEscrow], total: 2, next: null, abilities: [] },
      'GET /api/escrow/*': { ...money.escrow, id: money.intentEscrow.id, auction: null, listing: money.intentEscrow.listing, deposits: [] },
    });
    expect(await screen.findByText('挂牌意向')).toBeVisible();
    expect(screen.getByText(/每个意向保证金/)).toBeVisible();
    expect(screen.getByText(/每位竞买人保证金/)).toBeVisible();
    await person.click(screen.getByRole('link', { name: '一种提钒方法' }));
    expect(await screen.findByRole('link', { name: '查看挂牌' })).toHaveAttribute('href', expect.stringMatching(/^\/listings\/.*01JLIST$/));
    expect(screen.getByText('还没有意向登记。')).toBeVisible();
  });
});

describe('an amount', () => {
  it('keeps the digits a person typed when the unit is chosen after them', async () => {
    const { person } = await atTheCase();
    const amount = amountField();
    await person.type(amount, '6');
    expect(screen.getByText('陆元整')).toBeVisible();
    await person.selectOptions(unitField(), '万元');
    expect(amount).toHaveValue('6');
    expect(screen.getByText('陆万元整')).toBeVisible();
  });
});
