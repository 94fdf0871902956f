import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import * as money from '../support/samples/money.ts';
import * as people from '../support/samples/people.ts';
import { auction } from '../support/samples/trading.ts';

beforeAll(warmUp, WARM_UP_MS);

const page = (items: unknown[]) => ({ items, total: items.length, next: null });

describe('a lot of several patents', () => {
  it('says on its card how many they are', async () => {
    open('/auctions', { 'GET /api/auctions': page([{ ...auction, title: '提钒方法', patents: 3 }]) });
    expect(await screen.findByRole('link', { name: '提钒方法等 3 件专利' })).toBeVisible();
  });

  it('says so to the cashier', async () => {
    open('/cashier', {
      'GET /api/me': people.cashier,
      'GET /api/escrow': { ...page([{ ...money.escrowSummary, title: '提钒方法', patents: 2 }]), abilities: [] },
    });
    expect(await screen.findByRole('link', { name: '提钒方法等 2 件专利' })).toBeVisible();
  });
});
