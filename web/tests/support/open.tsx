import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Providers } from '@/app/providers.tsx';
import { routes } from '@/app/router.tsx';
import { type Answers, marketWith } from './answers.ts';
import { answering, network, type Sent } from './network.ts';

/** Makes the pages' chunks before the first test needs one: a busy machine takes long for it. */
export async function warmUp(): Promise<void> {
  const pages = routes.flatMap((route) => route.children ?? []);
  await Promise.all(pages.map(({ lazy }) => (typeof lazy === 'function' ? lazy() : undefined)));
}
export const WARM_UP_MS = 180_000;

/** Opens an address of the app as a person would, against the sample market with `changes`. */
export function open(address: string, changes: Answers = {}) {
  const sent: Sent[] = [];
  network.use(answering(marketWith(changes), sent));
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  render(
    <Providers queries={queries}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return {
    router,
    sent,
    person: userEvent.setup(),
    /** Requests of one kind, e.g. `POST /api/auctions`. */
    calls: (method: string, path: RegExp) => sent.filter((call) => call.method === method && path.test(decodeURIComponent(call.path))),
  };
}
