import { answered, api } from '../api/client.ts';

/** Market time as far as it is known here: `now()` is right within `errorMs`. */
export interface MarketClock {
  now(): number;
  errorMs: number;
}

interface Ping {
  sent: number;
  received: number;
  server: number;
  speed: number;
}

const PINGS = 5;

/** The best of the pings is the one that travelled least: half its way is the error. */
export function clockOf(pings: readonly Ping[]): MarketClock {
  const best = pings.reduce((a, b) => (b.received - b.sent < a.received - a.sent ? b : a));
  const middle = (best.sent + best.received) / 2;
  return {
    now: () => best.server + (performance.now() - middle) * best.speed,
    errorMs: ((best.received - best.sent) / 2) * best.speed,
  };
}

/** Asks the server's time five times, one after the other. */
export async function askClock(): Promise<MarketClock> {
  const pings: Ping[] = [];
  for (let count = 0; count < PINGS; count++) {
    const sent = performance.now();
    const { now, speed } = await answered(api.GET('/api/time', { cache: 'no-store' }));
    pings.push({ sent, received: performance.now(), server: Date.parse(now), speed });
  }
  return clockOf(pings);
}
