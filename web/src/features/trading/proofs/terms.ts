import type { Server } from '@/shared/api/types.ts';
import { AMOUNT_FEN_MAX } from '@/shared/format/money.ts';
import { fingerprintOf } from '../sealed/crypto/envelope.ts';
import { isPoint } from '../sealed/crypto/point.ts';
import { stepAt } from '../steps/step-table.ts';
import { fen, instant, isGiven, type Part, part, whole } from './values.ts';

/** The announced terms as far as a replay asks for them; amounts in fen, times in microseconds. */
export interface Terms {
  readonly startPrice: number;
  readonly reserve: number | undefined;
  readonly opensAt: number;
  /** As announced. */
  readonly closesAt: number;
  /** While nobody bid, one may buy at it. */
  readonly buyNow: number | undefined;
  /** A price falls by a clock, and how long each stands there; else 0. */
  readonly isDutch: boolean;
  readonly interval: number;
  readonly softClose: number;
  /** A bid in the window moves the end by a window; otherwise to the bid + window. */
  readonly isFromEnd: boolean;
  readonly takesProxies: boolean;
  readonly hasPreemption: boolean;
  /** Sealed bids: to whom, how many of them open one, and how long they have. */
  readonly sealed: SealedTerms | undefined;
  readonly isSealed: boolean;
  /** Vickrey. */
  readonly isSecondPrice: boolean;
  /** Whether the step table, if there is one, is one, and what sealed bids need is there. */
  readonly areStepsSound: boolean;
  readonly isTiered: boolean;
  readonly steps: Pick<Server['AuctionTerms'], 'step' | 'stepTable'>;
  /** The least amount that beats a price. */
  readonly beating: (price: number) => number;
}

interface SealedTerms {
  readonly threshold: number;
  /** Fingerprints of their keys, in order. */
  readonly holders: readonly string[];
  readonly opening: number;
}

type Table = Server['StepTable'];

/** Older terms name neither. */
const KINDS: readonly unknown[] = [undefined, 'BidPlusWindow', 'EndPlusWindow'];
const PROTOCOLS: readonly unknown[] =
  [undefined, 'English', 'Dutch', 'HybridDutch', 'SealedFirstPrice', 'Vickrey', 'TurnRounds'];
const RISING: readonly unknown[] = [undefined, 'English'];
const SEALED: readonly unknown[] = ['SealedFirstPrice', 'Vickrey'];
const STEPS: readonly unknown[] = ['Fixed', 'Tiered', 'Percent'];

const TIERS_MAX = 20;
const PERMILLE_MAX = 1_000;
const [HOLDERS_MAX, NAME_CHARS_MAX, OPENING_SECONDS_MIN, OPENING_SECONDS_MAX] = [7, 200, 30, 30 * 86_400];

/** Undefined where a member is not what the journal writes there. */
export function termsOf(terms: Part): Terms | undefined {
  const step = { fen: fen(terms['step']), currency: 'CNY' as const };
  const table = isGiven(terms['stepTable']) ? part(terms['stepTable']) : null;
  const stepTable = table && tableOf(table);
  const read = {
    startPrice: fen(terms['startPrice']),
    reserve: isGiven(terms['reserve']) ? fen(terms['reserve']) : undefined,
    opensAt: instant(terms['opensAt']),
    closesAt: instant(terms['closesAt']),
    buyNow: isGiven(terms['buyNow']) ? fen(terms['buyNow']) : undefined,
    interval: isGiven(terms['clock']) ? whole(part(terms['clock'])['intervalSeconds']) * 1_000_000 : 0,
    softClose: whole(terms['softCloseSeconds'] ?? 0) * 1_000_000,
  };
  const numbers = [step.fen, read.startPrice, read.reserve ?? 0, read.opensAt, read.closesAt, read.softClose, read.interval, read.buyNow ?? 0];
  const areFlags = [terms['takesProxies'], terms['hasPreemption']].every((flag) => ['boolean', 'undefined'].includes(typeof flag));
  if (numbers.some((number) => Number.isNaN(number)) || !areFlags) return undefined;
  if (table && !STEPS.includes(table['kind'])) return undefined;
  if (!KINDS.includes(terms['softCloseKind']) || !PROTOCOLS.includes(terms['protocol'])) return undefined;
  const steps = { step, stepTable: stepTable ?? null };
  const isSealed = SEALED.includes(terms['protocol']);
  const sealed = isGiven(terms['sealed']) ? sealedOf(part(terms['sealed'])) : undefined;
  const { buyNow, reserve, startPrice } = read;
  const isBuyNowSound = buyNow === undefined ||
    (buyNow > startPrice && buyNow >= (reserve ?? 0) && buyNow <= AMOUNT_FEN_MAX && terms['hasPreemption'] !== true);
  const hasMore = buyNow !== undefined || terms['takesProxies'] === true || terms['hasPreemption'] === true;
  const isOfProtocol = RISING.includes(terms['protocol']) || !hasMore;
  return {
    ...read,
    isDutch: terms['protocol'] === 'Dutch',
    sealed,
    isSealed,
    isSecondPrice: terms['protocol'] === 'Vickrey',
    isTiered: table?.['kind'] === 'Tiered',
    steps,
    isFromEnd: terms['softCloseKind'] === 'EndPlusWindow',
    takesProxies: terms['takesProxies'] === true,
    hasPreemption: terms['hasPreemption'] === true,
    areStepsSound: stepTable !== undefined && isSealed === isGiven(terms['sealed']) && isSealed === (sealed !== undefined) && isBuyNowSound && isOfProtocol &&
      !(isSealed && (step.fen > 0 || table !== null)),
    beating: (price) => price + stepAt(steps, price),
  };
}

/** As StepTable.IsSound: tiers rise from 0 and their steps never fall, or a share with its unit. */
function tableOf(table: Part): Table | undefined {
  const { kind } = table;
  const tiers = (Array.isArray(table['tiers']) ? (table['tiers'] as unknown[]) : []).map(part).map((tier) => ({
    from: fen(tier['from']),
    step: fen(tier['step']),
  }));
  const permille = whole(table['permille'] ?? 0);
  const unit = isGiven(table['roundTo']) ? fen(table['roundTo']) : null;
  if (kind === 'Percent') {
    const isSound = tiers.length === 0 && permille > 0 && permille <= PERMILLE_MAX && (unit === null || isAmount(unit));
    return isSound ? { kind, tiers: [], permille, roundTo: unit === null ? null : cny(unit) } : undefined;
  }
  if (kind !== 'Fixed' && kind !== 'Tiered') return undefined;
  const isSound = tiers.length > 0 && tiers.length <= (kind === 'Fixed' ? 1 : TIERS_MAX) && permille === 0 && unit === null &&
    tiers.every(({ from, step }, i) => {
      const below = tiers[i - 1];
      return isAmount(step) && from <= AMOUNT_FEN_MAX && (below ? from > below.from && step >= below.step : from === 0);
    });
  return isSound ? { kind, tiers: tiers.map(({ from, step }) => ({ from: cny(from), step: cny(step) })), permille: 0, roundTo: null } : undefined;
}

/** Undefined where they are none that can be opened. */
function sealedOf(set: Part): SealedTerms | undefined {
  const keys = (Array.isArray(set['holders']) ? (set['holders'] as unknown[]) : []).map((holder) => part(holder)['key']);
  const [threshold, seconds] = [whole(set['threshold']), whole(set['openingSeconds'])];
  const areKeys = keys.every((key): key is string => typeof key === 'string' && isPoint(key));
  const names = (Array.isArray(set['holders']) ? (set['holders'] as unknown[]) : []).map((holder) => part(holder)['name']);
  const areNamed = names.every((name) => typeof name === 'string' && name.trim() !== '' && name.length <= NAME_CHARS_MAX);
  const areSound = areKeys && areNamed && keys.length <= HOLDERS_MAX && new Set(keys).size === keys.length;
  if (!areSound || !(threshold >= 2 && threshold <= keys.length)) return undefined;
  if (!(seconds >= OPENING_SECONDS_MIN && seconds <= OPENING_SECONDS_MAX)) return undefined;
  return { threshold, holders: keys.map(fingerprintOf), opening: seconds * 1_000_000 };
}

const isAmount = (amount: number): boolean => amount > 0 && amount <= AMOUNT_FEN_MAX;

const cny = (amount: number): Server['Money'] => ({ fen: amount, currency: 'CNY' });
