import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '@/shared/api/types.ts';
import { listingSummary } from '../support/samples/catalogue.ts';
import type { Sent } from '../support/network.ts';
import * as people from '../support/samples/people.ts';
import { SILENCE } from '../support/network.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';

beforeAll(warmUp, WARM_UP_MS);

const page = <T,>(...items: T[]) => ({ items, total: items.length, next: null });
const row = (changes: Partial<Server['ListingSummary']>): Server['ListingSummary'] => ({ ...listingSummary, ...changes });

/** Nothing but listings, by status. */
const listings = (byStatus: Record<string, Server['ListingSummary'][]>) => ({
  'GET /api/me': people.handler,
  'GET /api/listings': ({ search }: Sent) => page(...(byStatus[search.get('status') ?? ''] ?? [])),
  'GET /api/listing-periods': page(),
  'GET /api/auctions': page(),
  'GET /api/parties': page(),
});

describe('the desk', () => {
  it('opens on the first pile with something this officer may do', async () => {
    const handled = row({ id: 'listing:2', status: 'Handled', title: '一种待复核的方法', abilities: ['publish', 'return'] });
    const { router } = open('/desk', listings({ Submitted: [row({ abilities: [] })], Handled: [handled] }));
    await waitFor(() => expect(router.state.location.search).toBe('?tab=listings-handled'));
    expect(await screen.findByRole('link', { name: '一种待复核的方法' })).toBeInTheDocument();
  });

  it('opens on parties where only they wait', async () => {
    const answers = { ...listings({ Submitted: [row({ abilities: [] })] }), 'GET /api/parties': page({ ...people.partySummary, abilities: ['check'] }) };
    const { router } = open('/desk', answers);
    await waitFor(() => expect(router.state.location.search).toBe('?tab=parties'));
  });

  it('opens on the first pile where nothing waits for him', async () => {
    const { router } = open('/desk', listings({ Submitted: [row({ abilities: [] })] }));
    await waitFor(() => expect(router.state.location.search).toBe('?tab=listings-submitted'));
  });

  it('waits for a pile that may come before the one that is known', async () => {
    const handled = row({ id: 'listing:2', status: 'Handled', abilities: ['publish'] });
    const answers = {
      ...listings({}),
      'GET /api/listings': ({ search }: Sent) => (search.get('status') === 'Handled' ? page(handled) : SILENCE),
    };
    const { router, calls } = open('/desk', answers);
    await waitFor(() => expect(calls('GET', /listings$/).length).toBeGreaterThan(1));
    await waitFor(() => expect(calls('GET', /parties$/)).toHaveLength(1));
    expect(router.state.location.search).toBe('');
  });

  it('stays where its address says', async () => {
    const { router } = open('/desk?tab=auctions', listings({ Submitted: [row({ abilities: ['handle'] })] }));
    await screen.findByText('没有待办事项');
    expect(router.state.location.search).toBe('?tab=auctions');
  });
});
