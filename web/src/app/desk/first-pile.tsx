import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listingsQuery } from '../../features/catalogue/listings/api.ts';
import { periodsQuery } from '../../features/catalogue/listings/period/api.ts';
import { partiesQuery } from '../../features/parties/onboarding/api.ts';
import { auctionsQuery } from '../../features/trading/auctions/api.ts';
import { Loaded } from '../../shared/ui/loaded.tsx';
import { Loading } from '../../shared/ui/states.tsx';
import type { Tab } from './tabs.ts';

/** Where the desk opens when nothing waits for the officer. */
const USUAL: Tab = 'listings-submitted';

interface Asked {
  isPending: boolean;
  data?: { pages: { items: { abilities: readonly string[] }[] }[] } | undefined;
}

/** Finds the first pile with something this officer may do now, as the server says, and opens the desk there. */
export function FirstPile({ onFound }: { onFound: (tab: Tab) => void }) {
  const usual = useInfiniteQuery(listingsQuery({ status: 'Submitted' }));
  const piles: [Tab, Asked][] = [
    [USUAL, usual],
    ['listings-handled', useInfiniteQuery(listingsQuery({ status: 'Handled' }))],
    ['periods', useInfiniteQuery(periodsQuery(true))],
    ['auctions', useInfiniteQuery(auctionsQuery('Draft'))],
    ['parties', useInfiniteQuery(partiesQuery('Submitted'))],
  ];
  const open = piles.findIndex(([, { isPending }]) => isPending);
  const first = piles.findIndex(([, { data }]) => data?.pages.some(({ items }) => items.some(({ abilities }) => abilities.length > 0)));
  // A pile that is not known yet may still come before the one that is.
  const found = first >= 0 && (open < 0 || first < open) ? piles[first]?.[0] : open < 0 && !usual.isError ? USUAL : undefined;
  useEffect(() => {
    if (found) onFound(found);
  }, [found, onFound]);
  return <Loaded query={usual}>{() => <Loading />}</Loaded>;
}
