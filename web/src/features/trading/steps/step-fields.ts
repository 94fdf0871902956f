import type { Server } from '@/shared/api/types.ts';

type Terms = Server['AuctionTerms'];
type Kind = Server['StepKind'];

/** What the form holds of the step; which of it counts, the kind says. */
export interface StepFields {
  stepKind: Kind;
  step: number | null;
  percent: number | null;
  roundTo: number | null;
  tiers: { from: number | null; step: number | null }[];
}

const cny = (fen: number): Server['Money'] => ({ fen, currency: 'CNY' });
const EMPTY: StepFields = { stepKind: 'Fixed', step: null, percent: 5, roundTo: 10_000, tiers: [{ from: 0, step: null }] };

export const stepFieldsOf = (terms: Terms | undefined): StepFields => {
  const table = terms?.stepTable;
  if (!terms || !table) return { ...EMPTY, step: terms?.step.fen ?? null };
  return {
    ...EMPTY,
    stepKind: table.kind,
    step: table.kind === 'Fixed' ? terms.step.fen : null,
    ...(table.kind === 'Percent' ? { percent: (table.permille ?? 0) / 10, roundTo: table.roundTo?.fen ?? null } : {}),
    ...(table.kind === 'Tiered'
      ? { tiers: (table.tiers ?? []).map(({ from, step }) => ({ from: from.fen, step: step.fen })) }
      : {}),
  };
};

/** The step at the start price is the server's to set where a table has it. */
export function stepsOf({ stepKind, step, percent, roundTo, tiers }: StepFields): Pick<Terms, 'step' | 'stepTable'> {
  if (stepKind === 'Fixed') return { step: cny(step ?? 0), stepTable: null };
  const stepTable: Server['StepTable'] =
    stepKind === 'Percent'
      ? { kind: 'Percent', permille: Math.round((percent ?? 0) * 10), roundTo: roundTo === null ? null : cny(roundTo), tiers: [] }
      : {
          kind: 'Tiered',
          permille: 0,
          roundTo: null,
          tiers: tiers.map((tier, place) => ({ from: cny(place === 0 ? 0 : tier.from ?? 0), step: cny(tier.step ?? 0) })),
        };
  return { step: cny(0), stepTable };
}
