import { queryOptions, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { Refused } from '../api/problems.ts';

/** Who is signed in; null for a visitor. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 30_000,
  queryFn: async () => {
    try {
      return await answered(api.GET('/api/me'));
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return null;
      throw error;
    }
  },
});

/** For pages that need somebody signed in: a visitor is an error there, shown with the way to sign in. */
export const requiredMeQuery = queryOptions({
  queryKey: ['me', 'required'],
  staleTime: 30_000,
  queryFn: () => answered(api.GET('/api/me')),
});

export const useMe = () => useQuery(meQuery).data ?? null;

/** Name, address and kind of the centre, as its operator configured it. */
export const centreQuery = queryOptions({
  queryKey: ['centre'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => answered(api.GET('/api/centre')),
});

/** Whether the server allows an act on what it sent; nothing else decides which buttons are shown. */
export const allows = (resource: { abilities: readonly string[] } | null | undefined, ability: string): boolean =>
  resource?.abilities.includes(ability) ?? false;
