import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '@/shared/api/types.ts';
import { listing } from '../support/samples/catalogue.ts';
import { bidder } from '../support/samples/people.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';

beforeAll(warmUp, WARM_UP_MS);

const PACK = '权属材料不齐，不能提交。缺少：专利登记簿副本、缴费凭证。';
const draft: Server['ListingView'] = {
  ...listing, status: 'Draft', abilities: ['edit', 'submit'], waitsFor: null, isInside: true,
  wanting: [
    { code: 'SELLER_NOT_VERIFIED', text: '转让方尚未通过入驻认证。' },
    { code: 'TITLE_PACK_INCOMPLETE', text: PACK },
  ],
};
const page = (view: Server['ListingView']) => open('/listings/listing:01JLIST', { 'GET /api/me': bidder, 'GET /api/listings/*': view });

describe('a draft', () => {
  it('says what keeps it from being submitted, on its page and where it is submitted', async () => {
    const { person } = page(draft);
    const note = (await screen.findByRole('heading', { name: '提交前还须解决 2 项' })).closest('[role="note"]');
    expect(within(note as HTMLElement).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['转让方尚未通过入驻认证。', PACK]);
    await person.click(screen.getByRole('button', { name: '提交审核' }));
    expect(within(await screen.findByRole('dialog')).getByText(PACK)).toBeInTheDocument();
  });

  it('says nothing where nothing is wanting', async () => {
    const { person } = page({ ...draft, wanting: [] });
    await person.click(await screen.findByRole('button', { name: '提交审核' }));
    expect(await screen.findByRole('dialog')).not.toHaveTextContent('提交前');
    expect(screen.queryByText(/提交前还须/)).not.toBeInTheDocument();
  });
});
