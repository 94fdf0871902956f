import type { Server } from '@/shared/api/types.ts';

type Terms = Pick<Server['AuctionTerms'], 'step' | 'stepTable'>;

const THOUSAND = 1_000;

/** What is added to a price at least, as the server reckons it: a share is rounded up to whole units. */
export function stepAt({ step, stepTable }: Terms, price: number): number {
  if (!stepTable) return step.fen;
  const { kind, tiers = [], permille = 0, roundTo } = stepTable;
  if (kind === 'Percent') {
    const unit = roundTo?.fen ?? 1;
    const share = Math.ceil((Math.max(price, 1) * permille) / THOUSAND);
    return Math.ceil(share / unit) * unit;
  }
  return tiers.findLast(({ from }) => price >= from.fen)?.step.fen ?? step.fen;
}

/** A price and so many steps above it, each as the table has it there. */
export function stepsAbove(terms: Terms, price: number, steps: number): number {
  let reached = price;
  for (let step = 0; step < steps; step++) reached += stepAt(terms, reached);
  return reached;
}
