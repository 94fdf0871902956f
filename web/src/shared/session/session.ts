import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Refused } from '../api/problems.ts';
import type { Server } from '../api/types.ts';
import { useNamed } from '../i18n/use-named.ts';
import { actFor } from './acting.ts';

const isOfSession = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[0] === 'me';

/** Forgets what was asked for one party and asks it for the other; only who is signed in stays on screen meanwhile. */
function askAnew(queries: QueryClient): Promise<void> {
  queries.removeQueries({ type: 'inactive', predicate: (query) => !isOfSession(query) });
  return queries.resetQueries({ predicate: (query) => !isOfSession(query) });
}

/** Who acts for several parties acts for one at a time: the first, until he says otherwise. */
async function askMe(queries: QueryClient): Promise<Server['Me']> {
  const me = await answered(api.GET('/api/me'));
  const [first, second] = me.parties;
  if (me.party !== null || !first || !second) return me;
  actFor(first.party);
  void askAnew(queries);
  return answered(api.GET('/api/me'));
}

/** From here on this tab acts for another party. */
export async function switchParty(queries: QueryClient, party: string): Promise<void> {
  actFor(party);
  queries.setQueriesData<Server['Me'] | null>({ predicate: isOfSession }, (me) => me && { ...me, party });
  await Promise.all([queries.invalidateQueries({ predicate: isOfSession }), askAnew(queries)]);
}

/** Who is signed in; null for a visitor. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 30_000,
  queryFn: async ({ client }) => {
    try {
      return await askMe(client);
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
  queryFn: ({ client }) => askMe(client),
});

export const useMe = () => useQuery(meQuery).data ?? null;

/** Name, address and kind of the centre, as its operator configured it. */
export const centreQuery = queryOptions({
  queryKey: ['centre'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => answered(api.GET('/api/centre')),
});

/** The centre's name in the language on screen; the house's own until it is known. */
export function useCentreName(): string {
  const { t } = useTranslation();
  const centre = useQuery(centreQuery).data;
  const named = useNamed();
  return centre ? named(centre) : t('kernel.site');
}

/** Whether the server allows an act on what it sent; nothing else decides which buttons are shown. */
export const allows = (resource: { abilities: readonly string[] } | null | undefined, ability: string): boolean =>
  resource?.abilities.includes(ability) ?? false;
