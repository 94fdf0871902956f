import type { Admissions } from './admissions.ts';
import type { Terms } from './terms.ts';
import { type Breach, breach, fen, isGiven, type Part, part, whole } from './values.ts';

/** The kinds of record that move the price. */
export type PriceKind = 'bid-placed/1' | 'proxy-set/1' | 'price-matched/1';

export interface Bid {
  readonly bidder: number;
  readonly fen: number;
}

interface Answer extends Bid {
  readonly leads: boolean;
}

interface Act extends Bid {
  readonly answer: Answer | undefined;
  /** Of an automatic bid whose secret is disclosed. */
  readonly maximum: number | undefined;
}

/**
 * Follows the price of a public file, act by act. The same as PriceReplay.cs: of open bids and matches everything
 * follows; of an automatic bid that it beats what stood against it by no more than the steps (or the reserve) ask, and
 * whose it may be; what the maxima lead to exactly, and that one was there at all, once they are disclosed.
 */
export class Price {
  best: Bid | undefined;
  /** Acts whose maximum the file keeps as a digest. */
  undisclosed = 0;
  /** Up to what the leader goes, at least the price; undefined where a digest stands for it. */
  private leading: number | undefined;

  constructor(private readonly admissions: Admissions) {}

  /** A leader's own maximum changed and the price did not. */
  change(secret: Part, terms: Terms): Breach | undefined {
    if (!isGiven(secret['bidder'])) {
      this.leading = undefined;
      return undefined;
    }
    const best = this.best;
    if (!best || best.bidder !== secret['bidder']) return breach('secret.bidder');
    const maximum = isGiven(secret['maximum']) ? fen(secret['maximum']) : best.fen;
    if (!(maximum >= best.fen) || withReserve(terms, maximum, best.fen) > best.fen) return breach('secret.maximum');
    this.leading = maximum;
    return undefined;
  }

  apply(kind: PriceKind, fact: Part, secret: Part, terms: Terms): Breach | undefined {
    const act = actOf(fact, secret);
    const wrong = this.notByLeader(act, terms) ?? this.wrong(kind, act, terms) ??
      (kind === 'proxy-set/1' ? this.exactProxy(act, terms) : this.exactAnswer(act, terms));
    if (wrong) return wrong;
    this.leading = this.after(kind, act);
    this.best = act.answer?.leads ? act.answer : act;
    if (kind === 'proxy-set/1' && act.maximum === undefined) this.undisclosed++;
    return fen(fact['nextMinimum']) === terms.beating(this.best.fen) ? undefined : breach('public.nextMinimum');
  }

  /** The leader's answer to an open bid or a match, where it is known up to what he goes. */
  private exactAnswer(act: Act, terms: Terms): Breach | undefined {
    const { best, leading } = this;
    if (!best || best.bidder === act.bidder || leading === undefined) return undefined;
    const answer = leading > best.fen ? this.answerOf({ ...best, fen: leading }, act, terms) : undefined;
    return isSame(act.answer, answer) ? undefined : breach('public.answer');
  }

  /** What a maximum reaches and the leader's answer, as far as the two maxima are known. */
  private exactProxy(act: Act, terms: Terms): Breach | undefined {
    const { best, leading } = this;
    const { maximum } = act;
    if (!best) {
      const isFirst = maximum === undefined || act.fen === withReserve(terms, maximum, terms.startPrice);
      return isFirst ? undefined : breach('public.amount');
    }
    if (best.bidder === act.bidder) return undefined;
    const isHeld = act.answer?.leads === true;
    if (leading !== undefined) {
      const most = { ...best, fen: leading };
      const beaten = leading > best.fen ? { ...most, leads: false } : undefined;
      if (!isSame(act.answer, isHeld ? this.answerOf(most, act, terms) : beaten)) return breach('public.answer');
    }
    if (isHeld || maximum === undefined) return undefined;
    return act.fen === reached(terms, maximum, act.answer?.fen ?? best.fen) ? undefined : breach('public.amount');
  }

  /** As ProxyRules.Answer: of a leader up to what he goes, to an amount another reached. */
  private answerOf(leader: Bid, act: Bid, terms: Terms): Answer | undefined {
    const isBeaten = leader.fen < act.fen || (leader.fen === act.fen && this.admissions.outranks(act.bidder, leader.bidder));
    return isBeaten ? undefined : { bidder: leader.bidder, fen: reached(terms, leader.fen, act.fen), leads: true };
  }

  /** Up to what goes who leads after the act. */
  private after(kind: PriceKind, act: Act): number | undefined {
    if (act.answer?.leads) return this.leading;
    if (kind === 'proxy-set/1') return act.maximum;
    if (this.best?.bidder !== act.bidder) return act.fen;
    return this.leading === undefined ? undefined : Math.max(this.leading, act.fen);
  }

  private least(terms: Terms): number {
    return this.best ? terms.beating(this.best.fen) : terms.startPrice;
  }

  private wrong(kind: PriceKind, act: Act, terms: Terms): Breach | undefined {
    if (kind === 'proxy-set/1') return this.proxy(act, terms);
    if (kind === 'price-matched/1') {
      if (!terms.hasPreemption) return breach('type');
      if (!this.best || act.fen !== this.best.fen) return breach('public.amount');
      if (!this.admissions.outranks(act.bidder, this.best.bidder)) return breach('public.bidder');
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
    if (isEqual && this.admissions.outranks(act.bidder, answer.bidder)) return breach('public.answer');
    return isEqual || this.beats(answer, act, terms) ? undefined : breach('public.answer');
  }

  private notByLeader({ answer, bidder }: Act, terms: Terms): Breach | undefined {
    if (!answer) return undefined;
    const isLeaders = terms.takesProxies && this.best?.bidder === answer.bidder && bidder !== answer.bidder;
    return isLeaders ? undefined : breach('public.answer');
  }

  /** Above the second, or equal by rank; beyond a whole step only up to the reserve. */
  private beats(bid: Bid, second: Bid, terms: Terms): boolean {
    const isOver = bid.fen > second.fen || (bid.fen === second.fen && this.admissions.outranks(bid.bidder, second.bidder));
    return isOver && (bid.fen <= terms.beating(second.fen) || bid.fen === terms.reserve);
  }
}

/** The reserve, where a maximum that reaches it would bid less. */
function withReserve({ reserve }: Terms, maximum: number, amount: number): number {
  return reserve !== undefined && maximum >= reserve && amount < reserve ? reserve : amount;
}

/** The least that beats the second, at most the maximum. */
function reached(terms: Terms, maximum: number, second: number): number {
  return withReserve(terms, maximum, Math.min(terms.beating(second), maximum));
}

const isSame = (one: Answer | undefined, other: Answer | undefined): boolean =>
  one?.bidder === other?.bidder && one?.fen === other?.fen && one?.leads === other?.leads;

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
