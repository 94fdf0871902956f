import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { lotTitle } from '@/shared/format/lots.ts';

/** What the lot of a room is called where there is one line for it. */
export function useLotTitle({ title, further }: Server['AuctionLot']): string {
  const { t } = useTranslation();
  return lotTitle(t, { title, patents: (further?.length ?? 0) + 1 });
}
