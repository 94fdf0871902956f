import { afterEach, describe, expect, it, vi } from 'vitest';
import { askClock, clockOf } from '@/shared/live/clock.ts';
import { retryDelayMs } from '@/shared/live/connection.ts';
import { answering, network, type Sent } from '../support/network.ts';

afterEach(() => vi.restoreAllMocks());

describe('the market clock', () => {
  it('believes the ping that travelled least, half its way being the error', () => {
    vi.spyOn(performance, 'now').mockReturnValue(2_000);
    const clock = clockOf([
      { sent: 0, received: 400, server: 5_000_000, speed: 1 },
      { sent: 1_000, received: 1_040, server: 1_000_000, speed: 1 },
      { sent: 1_500, received: 1_700, server: 9_000_000, speed: 1 },
    ]);
    expect(clock.now()).toBe(1_000_000 + (2_000 - 1_020));
    expect(clock.errorMs).toBe(20);
  });

  it('runs as fast as the market does', () => {
    vi.spyOn(performance, 'now').mockReturnValue(3_000);
    const clock = clockOf([{ sent: 1_000, received: 1_000, server: 0, speed: 60 }]);
    expect(clock.now()).toBe(120_000);
  });

  it('asks five times', async () => {
    const sent: Sent[] = [];
    network.use(answering({ 'GET /api/time': { now: '2026-11-26T07:00:00Z', speed: 1 } }, sent));
    const clock = await askClock();
    expect(sent).toHaveLength(5);
    expect(Math.abs(clock.now() - Date.parse('2026-11-26T07:00:00Z'))).toBeLessThan(5_000);
  });
});

describe('coming back', () => {
  it.each([
    [0, 0, 0],
    [1, 800, 1_200],
    [2, 1_600, 2_400],
    [3, 4_000, 6_000],
    [40, 4_000, 6_000],
  ])('try %i waits between %i and %i ms', (attempt, least, most) => {
    expect(retryDelayMs(attempt, () => 0)).toBe(least);
    expect(retryDelayMs(attempt, () => 1)).toBeCloseTo(most);
  });
});
