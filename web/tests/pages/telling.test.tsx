import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import * as catalogue from '../support/samples/catalogue.ts';
import * as people from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

describe('the progress of a listing', () => {
  const at = async (changes: object) => {
    const listing = { ...catalogue.listing, ...changes };
    open('/listings/listing:01JLIST', { 'GET /api/me': people.bidder, 'GET /api/listings/*': listing });
    await screen.findByRole('heading', { name: '办理进度' });
    return screen.getAllByRole('listitem').map((item) => item.textContent).filter((text) => /经办|复核/.test(text));
  };

  it('waits for the handler once it is submitted', async () => {
    expect(await at({})).toEqual(['经办待办理', '复核未开始']);
  });

  it('tells the seller how far it came, not by whom', async () => {
    expect(await at({ status: 'Handled', waitsFor: 'Reviewer' })).toEqual(['经办已办理', '复核待办理']);
  });

  it('is over once it is published', async () => {
    expect(await at({ status: 'Published', waitsFor: null })).toEqual(['经办已办理', '复核已办理']);
  });
});

describe('the book of an escrow case', () => {
  it('names its accounts as a bookkeeper does', async () => {
    open('/cashier/escrow:01JESC', { 'GET /api/me': people.cashier });
    const book = await screen.findByRole('region', { name: '账簿余额' });
    for (const name of ['监管专户存款', '登记 1 号保证金', '待认领款应退款', '合计'])
      expect(within(book).getByRole('rowheader', { name })).toBeVisible();
  });
});
