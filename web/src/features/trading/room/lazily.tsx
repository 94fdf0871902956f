import { type ComponentType, lazy, Suspense } from 'react';

/** What most who look at a room do not see comes when it is asked for: their first load is the smaller. */
function lazily<P extends object>(find: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Found = lazy(async () => ({ default: await find() })) as unknown as ComponentType<P>;
  return function Lazily(props: P) {
    return (
      <Suspense fallback={null}>
        <Found {...props} />
      </Suspense>
    );
  };
}

export const AskedTake = lazily(async () => (await import('../descending/take-panel.tsx')).AskedTake);
export const BuyNowPanel = lazily(async () => (await import('../descending/buy-now-panel.tsx')).BuyNowPanel);
export const ClockBoard = lazily(async () => (await import('../descending/clock-board.tsx')).ClockBoard);
export const RoomSchedule = lazily(async () => (await import('../descending/schedule.tsx')).RoomSchedule);
export const TakeBar = lazily(async () => (await import('../descending/take-panel.tsx')).TakeBar);
export const TakePanel = lazily(async () => (await import('../descending/take-panel.tsx')).TakePanel);
export const TakeState = lazily(async () => (await import('../descending/take-panel.tsx')).TakeState);
export const MatchPanel = lazily(async () => (await import('./bidding/match-panel.tsx')).MatchPanel);
export const OfficerActs = lazily(async () => (await import('./officer-acts.tsx')).OfficerActs);
export const ProxyPanel = lazily(async () => (await import('./bidding/proxy-panel.tsx')).ProxyPanel);
export const Records = lazily(async () => (await import('./records.tsx')).Records);
export const SealedCourse = lazily(async () => (await import('../sealed/sealed-side.tsx')).SealedCourse);
export const SealedSide = lazily(async () => (await import('../sealed/sealed-side.tsx')).SealedSide);
export const Terms = lazily(async () => (await import('./terms.tsx')).Terms);
