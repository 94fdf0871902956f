import type { Terms } from './terms.ts';
import { type Breach, breach, fen, isGiven, type Part, part, whole } from './values.ts';

/** The kinds of record that move the price. */
export type PriceKind = 'bid-placed/1' | 'proxy-set/1' | 'price-matched/1';

export interface Bid {
  readonly bidder: number;
  readonly fen: number;
}

interface Act extends Bid {
  readonly answer: (Bid & { readonly leads: boolean }) | undefined;
  /** Of an automatic bid whose secret is disclosed. */
  readonly maximum: number | undefined;
}

/**
 * Follows the price of a public file, act by act. The same as PriceReplay.cs: of open bids and matches everything
 * follows; of an automatic bid that it beats what stood against it by no more than the steps (or the reserve) ask, and
 * whose it may be; that a maximum was there at all, only once its record's secret is disclosed.
 */
export class Price {
  best: Bid | undefined;
  /** Acts whose maximum the file keeps as a digest. */
  undisclosed = 0;
  private readonly ranks = new Map<number, number>();

  rank(bidder: number, rank: number): void {
    this.ranks.set(bidder, rank);
  }

  apply(kind: PriceKind, fact: Part, secret: Part, terms: Terms): Breach | undefined {
    const act = actOf(fact, secret);
    const wrong = this.notByLeader(act, terms) ?? this.wrong(kind, act, terms);
    if (wrong) return wrong;
    this.best = act.answer?.leads ? act.answer : act;
    if (kind === 'proxy-set/1' && act.maximum === undefined) this.undisclosed++;
    return fen(fact['nextMinimum']) === terms.beating(this.best.fen) ? undefined : breach('public.nextMinimum');
  }

  private least(terms: Terms): number {
    return this.best ? terms.beating(this.best.fen) : terms.startPrice;
  }

  private wrong(kind: PriceKind, act: Act, terms: Terms): Breach | undefined {
    if (kind === 'proxy-set/1') return this.proxy(act, terms);
    if (kind === 'price-matched/1') {
      if (!terms.hasPreemption) return breach('type');
      if (!this.best || act.fen !== this.best.fen) return breach('public.amount');
      if (!this.outranks(act.bidder, this.best.bidder)) return breach('public.bidder');
    } else if (!(act.fen >= this.least(terms))) return breach('public.amount');
    return this.answered(act, terms);
  }

  private proxy(act: Act, terms: Terms): Breach | undefined {
    const { answer, maximum, fen: amount } = act;
    const [least, best] = [this.least(terms), this.best];
    if (!terms.takesProxies) return breach('type');
    if (maximum !== undefined && !(maximum >= amount)) return breach('secret.maximum');
    if (answer?.leads) {
      if (!(amount >= least)) return breach('public.amount');
      return maximum !== undefined && maximum !== amount ? breach('secret.maximum') : this.answered(act, terms);
    }
    if (best?.bidder === act.bidder)
      return amount === terms.reserve && amount > best.fen ? undefined : breach('public.amount');
    if (!answer)
      return amount === least || (amount === terms.reserve && amount > least) ? undefined : breach('public.amount');
    if (!best || !(answer.fen > best.fen)) return breach('public.answer');
    if (!this.beats(act, answer, terms)) return breach('public.amount');
    const isShort = amount < terms.beating(answer.fen);
    return isShort && maximum !== undefined && maximum !== amount ? breach('secret.maximum') : undefined;
  }

  /** An answer that leads, or none. */
  private answered(act: Act, terms: Terms): Breach | undefined {
    const { answer } = act;
    if (!answer) return undefined;
    if (!answer.leads) return breach('public.answer');
    const isEqual = act.fen === answer.fen;
    if (isEqual && this.outranks(act.bidder, answer.bidder)) return breach('public.answer');
    return isEqual || this.beats(answer, act, terms) ? undefined : breach('public.answer');
  }

  private notByLeader({ answer, bidder }: Act, terms: Terms): Breach | undefined {
    if (!answer) return undefined;
    const isLeaders = terms.takesProxies && this.best?.bidder === answer.bidder && bidder !== answer.bidder;
    return isLeaders ? undefined : breach('public.answer');
  }

  /** Above the second, or equal by rank; beyond a whole step only up to the reserve. */
  private beats(bid: Bid, second: Bid, terms: Terms): boolean {
    const isOver = bid.fen > second.fen || (bid.fen === second.fen && this.outranks(bid.bidder, second.bidder));
    return isOver && (bid.fen <= terms.beating(second.fen) || bid.fen === terms.reserve);
  }

  private outranks(bidder: number, other: number): boolean {
    const [rank, against] = [this.ranks.get(bidder) ?? 0, this.ranks.get(other) ?? 0];
    return rank > 0 && (against === 0 || rank < against);
  }
}

function actOf(fact: Part, secret: Part): Act {
  const answer = part(fact['answer']);
  return {
    bidder: whole(fact['bidder']),
    fen: fen(fact['amount']),
    answer: isGiven(fact['answer'])
      ? { bidder: whole(answer['bidder']), fen: fen(answer['amount']), leads: answer['leads'] === true }
      : undefined,
    maximum: isGiven(secret['maximum']) ? fen(secret['maximum']) : undefined,
  };
}
