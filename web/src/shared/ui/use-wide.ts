import { useSyncExternalStore } from 'react';

const query = () => window.matchMedia('(min-width: 768px)');

/** Whether there is room for tables (antd's `md`); below it cards are shown. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = query();
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => query().matches,
  );
