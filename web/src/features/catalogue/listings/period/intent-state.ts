interface Intent {
  stands: boolean;
  isWithdrawn: boolean;
  hasFailed?: boolean;
  isConcluded?: boolean;
  deposit?: { isPaid: boolean; isReleased: boolean } | null;
}

export type IntentState = 'concluded' | 'withdrawn' | 'failed' | 'stands' | 'stale' | 'unpaid' | 'lapsed' | 'released';

/** It counts: nothing is missing, or a deal came of it. */
export const isGood = (state: IntentState): boolean => state === 'stands' || state === 'concluded';

/** How an intent stands, in one word. */
export function stateOf({ stands, isWithdrawn, hasFailed = false, isConcluded = false, deposit = null }: Intent): IntentState {
  if (isConcluded) return 'concluded';
  if (isWithdrawn) return 'withdrawn';
  if (hasFailed) return 'failed';
  if (deposit?.isReleased) return deposit.isPaid ? 'released' : 'lapsed';
  if (!stands) return 'stale';
  return deposit && !deposit.isPaid ? 'unpaid' : 'stands';
}
