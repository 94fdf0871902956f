import { stepsAbove } from '../../steps/step-table.ts';
import type { Room } from '../api.ts';

const STEPS = [0, 1, 2, 5, 10];

/** One-tap amounts: the next minimum, then 1, 2, 5 and 10 steps above it. The server decides what counts. */
export const quickAmounts = ({ position, terms }: Room): number[] =>
  STEPS.map((steps) => stepsAbove(terms, position.nextMinimum.fen, steps));

const JUMP_STEPS = 3;

/** A jump of more than three steps or 30 % is easily a slip of the finger: the amount is then typed again. */
export function isBigJump({ position, terms }: Room, fen: number): boolean {
  const price = position.price?.fen ?? terms.startPrice.fen;
  return fen > stepsAbove(terms, position.nextMinimum.fen, JUMP_STEPS) || fen * 10 > price * 13;
}
