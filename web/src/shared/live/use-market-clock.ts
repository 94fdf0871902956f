import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askClock, type MarketClock } from './clock.ts';

const RESYNC_MS = 30_000;
const JUMP_MS = 1_000;
const KEY = ['market-clock'];

/** The market's clock: asked at start, every 30 s, on return to the page and when this computer's clock jumps. */
export function useMarketClock(): MarketClock | null {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: askClock,
    staleTime: RESYNC_MS,
    refetchInterval: RESYNC_MS,
    refetchOnWindowFocus: 'always',
    structuralSharing: false,
  });
  useEffect(() => {
    let wall = Date.now();
    let steady = performance.now();
    const watch = setInterval(() => {
      const jump = Math.abs(Date.now() - wall - (performance.now() - steady));
      wall = Date.now();
      steady = performance.now();
      if (jump > JUMP_MS) void queries.invalidateQueries({ queryKey: KEY });
    }, 1_000);
    return () => clearInterval(watch);
  }, [queries]);
  return data ?? null;
}
