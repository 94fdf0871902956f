import { useEffect, useState } from 'react';
import type { MarketClock } from '@/shared/live/clock.ts';

/** Market time, told again often enough for what is shown: tenths in the last ten seconds before `until`. */
export function useNow(clock: MarketClock | null, until: number | null): number | null {
  const [now, setNow] = useState<number | null>(clock ? clock.now() : null);
  useEffect(() => {
    if (!clock) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = clock.now();
      setNow(at);
      const left = until === null ? Number.POSITIVE_INFINITY : until - at;
      timer = setTimeout(tick, left > 0 && left <= 11_000 ? 100 : 250);
    };
    tick();
    return () => clearTimeout(timer);
  }, [clock, until]);
  return now;
}
