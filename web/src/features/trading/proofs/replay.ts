import { Admissions } from './admissions.ts';
import { wrongClock, wrongTaking } from './clock.ts';
import { movedEnd, type Result, type Status, wrongEnd, wrongExtension } from './ending.ts';
import { type Bid, Price, type PriceKind } from './price.ts';
import { isSealedKind, SealedBids, type SealedKind } from './sealed-bids.ts';
import { endAfter, leftAt } from './suspension.ts';
import { type Terms, termsOf } from './terms.ts';
import { type Breach, breach, fen, instant, type Part, part, parsed, whole } from './values.ts';

const A = 'trading.auction.';

/**
 * Follows an auction's public records and derives price, extensions and winner from the bids alone. The same rules as
 * AuctionReplay.cs, held to the same files.
 */
export class Replay {
  status: Status = 'None';
  bids = 0;
  extensions = 0;
  profile: { readonly code: unknown; readonly version: unknown } | undefined;
  result: Result | undefined;
  closesAt = Number.NaN;
  private readonly admissions = new Admissions();
  private readonly price = new Price(this.admissions);
  private readonly sealedBids: SealedBids;
  private sealedBest: Bid | undefined;
  private terms: Terms | undefined;
  private due: { readonly command: string; readonly from: number; readonly to: number } | undefined;
  private left = 0;
  /** The command that stopped a falling clock: its result must follow. */
  private taken: string | undefined;

  constructor(stream: string) {
    this.sealedBids = new SealedBids(this.admissions, stream);
  }

  get best(): Bid | undefined {
    return this.terms?.isSealed ? this.sealedBest : this.price.best;
  }

  /** What of the record just read takes time to be checked: a sealed bid is opened. */
  opened(): Promise<Breach | undefined> {
    return this.sealedBids.opened();
  }

  /** Maxima that moved the price and stand in the file as digests. */
  get undisclosedMaxima(): number {
    return this.price.undisclosed;
  }

  apply(type: string, at: number, command: string, text: string, hidden?: string): Breach | undefined {
    const [fact, disclosed] = [parsed(text), parsed(hidden === '' ? undefined : hidden)];
    if (!fact || !disclosed) return breach('public');
    const secret = part(disclosed['fields']);
    const kind = type.startsWith(A) ? type.slice(A.length) : type;
    if (this.due && (kind !== 'extended/1' || this.due.command !== command)) return breach('type');
    if (this.taken !== undefined && (kind !== 'closed/1' || this.taken !== command)) return breach('type');
    const early = this.sealedBids.notDue(kind, fact);
    if (early) return early;
    if (isSealedKind(kind)) return this.followSealed(kind, fact, secret, at);
    switch (kind) {
      case 'proposed/1':
        return this.when(['None', 'Draft'], () => this.to('Draft'));
      case 'drafted/1':
      case 'reviewed/1':
        return this.when(['Draft'], () => undefined);
      case 'announced/1':
        return this.when(['Draft'], () => this.announce(fact));
      case 'opened/1':
        return this.when(['Announced'], () => this.open(fact, at));
      case 'bid-placed/1':
      case 'proxy-set/1':
      case 'price-matched/1':
      case 'price-taken/1':
        return this.terms?.isSealed ? breach('type') : this.when(['Open'], () => this.place(kind, fact, secret, at, command));
      case 'proxy-changed/1':
        return this.status === 'Open' && this.terms?.takesProxies ? this.price.change(secret, this.terms) : breach('type');
      case 'preemption-recorded/1':
        return this.record(fact);
      case 'extended/1':
        return this.due ? this.extend(fact, this.due) : breach('type');
      case 'suspended/1':
        return this.when(['Open'], () => this.suspend(fact, at));
      case 'resumed/1':
        return this.when(['Suspended'], () => this.resume(fact, at));
      case 'closed/1':
        return this.when(['Open', 'Opening'], () => this.close(fact, at));
      case 'cancelled/1':
        return this.bids === 0 && this.status !== 'Closed' && this.status !== 'Cancelled' ? this.to('Cancelled') : breach('type');
      case 'bidder-admitted/1':
        return this.admissions.admit(fact);
      case 'enrolment-requested/1':
      case 'enrolment-refused/1':
      case 'enrolment-cancelled/1':
      case 'tree-head-signed/1':
      case 'kernel.fence/1':
        return undefined;
      default:
        return breach('type');
    }
  }

  private when(statuses: readonly Status[], then: () => Breach | undefined): Breach | undefined {
    return statuses.includes(this.status) ? then() : breach('type');
  }

  private to(next: Status): undefined {
    this.status = next;
    return undefined;
  }

  private record(fact: Part): Breach | undefined {
    if (!this.terms?.hasPreemption) return breach('type');
    return this.admissions.record(fact, this.status !== 'Announced');
  }

  private announce(fact: Part): Breach | undefined {
    const terms = part(fact['terms']);
    const profile = part(fact['profile']);
    this.profile = { code: profile['code'], version: profile['version'] };
    this.closesAt = instant(terms['closesAt']);
    this.terms = termsOf(terms);
    if (!this.terms || Number.isNaN(this.closesAt)) return breach('public');
    if (!this.terms.areStepsSound) return breach('public.terms');
    return (this.terms.isDutch ? wrongClock(this.terms, this.closesAt) : undefined) ?? this.to('Announced');
  }

  private open(fact: Part, at: number): Breach | undefined {
    const openedAt = instant(fact['openedAt']);
    if (openedAt !== this.terms?.opensAt || at < openedAt) return breach('public.openedAt');
    if (instant(fact['closesAt']) !== this.closesAt) return breach('public.closesAt');
    return this.to('Open');
  }

  private place(kind: PriceKind | 'price-taken/1', fact: Part, secret: Part, at: number, command: string): Breach | undefined {
    const terms = this.terms as Terms;
    if (at >= this.closesAt) return breach('at');
    if (!this.admissions.has(whole(fact['bidder']))) return breach('public.bidder');
    if (terms.isDutch || kind === 'price-taken/1') return this.take(kind, fact, at, command);
    const wrong = this.price.apply(kind, fact, secret, terms);
    if (wrong) return wrong;
    const moved = movedEnd(at, this.closesAt, terms);
    if (instant(fact['closesAt']) !== moved) return breach('public.closesAt');
    if (moved !== this.closesAt) this.due = { command, from: this.closesAt, to: moved };
    this.bids++;
    return undefined;
  }

  private take(kind: string, fact: Part, at: number, command: string): Breach | undefined {
    const wrong = wrongTaking(kind, fact, this.terms as Terms, this.bids, this.closesAt, at);
    if (wrong) return wrong;
    this.price.best = { bidder: whole(fact['bidder']), fen: fen(fact['amount']) };
    [this.taken, this.closesAt, this.bids] = [command, at, this.bids + 1];
    return undefined;
  }

  private followSealed(kind: SealedKind, fact: Part, secret: Part, at: number): Breach | undefined {
    if (!this.terms?.isSealed) return breach('type');
    const wrong = this.sealedBids.follow(kind, fact, secret, { at, status: this.status, closesAt: this.closesAt, terms: this.terms });
    this.bids = this.sealedBids.count;
    return wrong ?? (kind === 'opening-begun/1' ? this.to('Opening') : undefined);
  }

  private extend(fact: Part, due: { readonly from: number; readonly to: number }): Breach | undefined {
    const wrong = wrongExtension(fact, due, this.extensions + 1);
    if (wrong) return wrong;
    [this.extensions, this.closesAt, this.due] = [this.extensions + 1, due.to, undefined];
    return undefined;
  }

  private suspend(fact: Part, at: number): Breach | undefined {
    const left = leftAt(fact, at, this.closesAt, this.terms as Terms);
    if (typeof left !== 'number') return left;
    this.left = left;
    return this.to('Suspended');
  }

  private resume(fact: Part, at: number): Breach | undefined {
    const end = endAfter(fact, at, this.left);
    if (typeof end !== 'number') return end;
    this.closesAt = end;
    return this.to('Open');
  }

  private close(fact: Part, at: number): Breach | undefined {
    const reserve = this.terms?.reserve;
    const ended = this.terms?.isSealed ? this.sealedBids.end(this.status === 'Opening', this.terms) : undefined;
    if (ended && 'field' in ended) return ended;
    this.sealedBest = ended?.best;
    const best = this.best;
    const winner = best && (reserve === undefined || best.fen >= reserve) ? best : undefined;
    const noSale = winner ? undefined : ended ? ended.noSale : best ? 'RESERVE_NOT_MET' : 'NO_BIDS';
    const { bids, extensions } = this;
    const wrong = wrongEnd(fact, at, { due: ended?.due ?? this.closesAt, winner, noSale, bids, extensions }, this.admissions);
    if (wrong) return wrong;
    this.result = { isSold: winner !== undefined, noSale };
    this.taken = undefined;
    return this.to('Closed');
  }
}
