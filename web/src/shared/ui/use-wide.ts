import { useSyncExternalStore } from 'react';

const WIDE_PX = 768;

const query = (px: number) => window.matchMedia(`(min-width: ${String(px)}px)`);

/** Whether there is room for tables (antd's `md`); below it cards are shown. */
export const useWide = (px = WIDE_PX): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = query(px);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => query(px).matches,
  );
