import { QueryClient } from '@tanstack/react-query';
import { Refused } from './problems.ts';

/** Refusals are answers and are not asked again; a broken line is, twice. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => !(error instanceof Refused && error.status < 500) && count < 2,
      },
      mutations: { retry: false },
    },
  });
