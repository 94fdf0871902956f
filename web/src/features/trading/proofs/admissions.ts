import { type Breach, breach, isGiven, type Part, whole } from './values.ts';

/** Whom the records admitted by which enrolment, and the rank recorded for it. The same as Admissions.cs. */
export class Admissions {
  private readonly ranks = new Map<number, number>();
  private readonly bidders = new Map<number, number>();
  private readonly enrolments = new Map<number, number>();

  has(bidder: number): boolean {
    return this.enrolments.has(bidder);
  }

  enrolmentOf(bidder: number): number | undefined {
    return this.enrolments.get(bidder);
  }

  /** 1 before 2; 0 = none. */
  rankOf(bidder: number): number {
    return this.ranks.get(this.enrolments.get(bidder) ?? Number.NaN) ?? 0;
  }

  outranks(bidder: number, other: number): boolean {
    const [rank, against] = [this.rankOf(bidder), this.rankOf(other)];
    return rank > 0 && (against === 0 || rank < against);
  }

  admit(fact: Part): Breach | undefined {
    const [enrolment, bidder, rank] = [whole(fact['enrolment']), whole(fact['bidder']), whole(fact['rank'] ?? 0)];
    if (Number.isNaN(enrolment + bidder + rank)) return breach('public');
    if (bidder !== this.enrolments.size + 1) return breach('public.bidder');
    if (this.bidders.has(enrolment)) return breach('public.enrolment');
    if (rank !== (this.ranks.get(enrolment) ?? 0)) return breach('public.rank');
    this.bidders.set(enrolment, bidder);
    this.enrolments.set(bidder, enrolment);
    return undefined;
  }

  record(fact: Part, isOpened: boolean): Breach | undefined {
    const [enrolment, rank] = [whole(fact['enrolment']), whole(fact['rank'])];
    const bidder = isGiven(fact['bidder']) ? whole(fact['bidder']) : undefined;
    if (Number.isNaN(enrolment + rank + (bidder ?? 0))) return breach('public');
    if (bidder !== this.bidders.get(enrolment)) return breach('public.bidder');
    if (bidder !== undefined && isOpened) return breach('type');
    this.ranks.set(enrolment, rank);
    return undefined;
  }
}
