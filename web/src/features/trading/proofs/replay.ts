/** Whatever a record's public part holds; every member is looked at before it is believed. */
type Part = Readonly<Record<string, unknown>>;

/** A field and why; undefined: the record follows from those before. */
export interface Breach {
  readonly field: string;
  readonly line?: number;
}

const A = 'trading.auction.';
const breach = (field: string): Breach => ({ field });

/** Microseconds since 1970 of an instant as the journal writes it; NaN for anything else. */
export function instant(value: unknown): number {
  const match = typeof value === 'string' ? /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/.exec(value) : null;
  return match ? Date.parse(`${match[1] ?? ''}Z`) * 1_000 + Number((match[2] ?? '').padEnd(6, '0')) : Number.NaN;
}

function fen(value: unknown): number {
  const money = part(value);
  return money['currency'] === 'CNY' && Number.isSafeInteger(money['fen']) ? (money['fen'] as number) : Number.NaN;
}

const whole = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : Number.NaN);

const part = (value: unknown): Part => (typeof value === 'object' && value !== null ? (value as Part) : {});

interface Terms {
  readonly startPrice: number;
  readonly step: number;
  readonly reserve: number | undefined;
  readonly opensAt: number;
  readonly softClose: number;
  /** A bid in the window moves the end by a window; otherwise to the bid + window. */
  readonly isFromEnd: boolean;
}

export interface Result {
  readonly isSold: boolean;
  readonly noSale: string | undefined;
}

type Status = 'None' | 'Draft' | 'Announced' | 'Open' | 'Suspended' | 'Closed' | 'Cancelled';

/**
 * Follows an auction's public records and derives price, extensions and winner from the bids alone. The same rules as
 * AuctionReplay.cs, held to the same files.
 */
export class Replay {
  status: Status = 'None';
  bids = 0;
  extensions = 0;
  best: { readonly bidder: number; readonly fen: number } | undefined;
  profile: { readonly code: unknown; readonly version: unknown } | undefined;
  result: Result | undefined;
  closesAt = Number.NaN;
  private readonly bidders = new Set<number>();
  private terms: Terms | undefined;
  private due: { readonly command: string; readonly from: number; readonly to: number } | undefined;
  private left = 0;

  apply(type: string, at: number, command: string, text: string): Breach | undefined {
    let fact: Part;
    try {
      fact = part(JSON.parse(text));
    } catch {
      return breach('public');
    }
    const kind = type.startsWith(A) ? type.slice(A.length) : type;
    if (this.due && (kind !== 'extended/1' || this.due.command !== command)) return breach('type');
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
        return this.when(['Open'], () => this.place(fact, at, command));
      case 'extended/1':
        return this.due ? this.extend(fact, this.due) : breach('type');
      case 'suspended/1':
        return this.when(['Open'], () => this.suspend(fact, at));
      case 'resumed/1':
        return this.when(['Suspended'], () => this.resume(fact, at));
      case 'closed/1':
        return this.when(['Open'], () => this.close(fact, at));
      case 'cancelled/1':
        return this.bids === 0 && this.status !== 'Closed' && this.status !== 'Cancelled' ? this.to('Cancelled') : breach('type');
      case 'bidder-admitted/1':
        return this.admit(whole(fact['bidder']));
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

  private admit(bidder: number): Breach | undefined {
    this.bidders.add(bidder);
    return bidder === this.bidders.size ? undefined : breach('type');
  }

  private announce(fact: Part): Breach | undefined {
    const terms = part(fact['terms']);
    const profile = part(fact['profile']);
    this.profile = { code: profile['code'], version: profile['version'] };
    this.closesAt = instant(terms['closesAt']);
    this.terms = {
      startPrice: fen(terms['startPrice']),
      step: fen(terms['step']),
      reserve: terms['reserve'] === undefined ? undefined : fen(terms['reserve']),
      opensAt: instant(terms['opensAt']),
      softClose: whole(terms['softCloseSeconds']) * 1_000_000,
      isFromEnd: terms['softCloseKind'] === 'EndPlusWindow',
    };
    return this.to('Announced');
  }

  private open(fact: Part, at: number): Breach | undefined {
    const openedAt = instant(fact['openedAt']);
    if (openedAt !== this.terms?.opensAt || at < openedAt) return breach('public.openedAt');
    if (instant(fact['closesAt']) !== this.closesAt) return breach('public.closesAt');
    return this.to('Open');
  }

  private place(fact: Part, at: number, command: string): Breach | undefined {
    const { startPrice, step, softClose, isFromEnd } = this.terms as Terms;
    const [bidder, amount] = [whole(fact['bidder']), fen(fact['amount'])];
    const least = this.best ? this.best.fen + step : startPrice;
    if (at >= this.closesAt) return breach('at');
    if (!this.bidders.has(bidder)) return breach('public.bidder');
    if (!(amount >= least)) return breach('public.amount');
    if (fen(fact['nextMinimum']) !== amount + step) return breach('public.nextMinimum');
    const isInWindow = this.closesAt - at <= softClose;
    const moved = isInWindow ? Math.max((isFromEnd ? this.closesAt : at) + softClose, this.closesAt) : this.closesAt;
    if (instant(fact['closesAt']) !== moved) return breach('public.closesAt');
    if (moved !== this.closesAt) this.due = { command, from: this.closesAt, to: moved };
    this.best = { bidder, fen: amount };
    this.bids++;
    return undefined;
  }

  private extend(fact: Part, due: { readonly from: number; readonly to: number }): Breach | undefined {
    if (instant(fact['from']) !== due.from) return breach('public.from');
    if (instant(fact['to']) !== due.to) return breach('public.to');
    if (fact['count'] !== this.extensions + 1) return breach('public.count');
    this.extensions++;
    this.closesAt = due.to;
    this.due = undefined;
    return undefined;
  }

  private suspend(fact: Part, at: number): Breach | undefined {
    const isOutage = fact['cause'] === 'Outage';
    this.left = isOutage ? (this.terms as Terms).softClose : this.closesAt - at;
    if (fact['cause'] === 'LegalFact') this.left = Math.max(this.left, 0);
    if (!isOutage && fact['leftMicroseconds'] !== this.left) return breach('public.leftMicroseconds');
    if (isOutage && (at < this.closesAt || fact['outage'] === undefined)) return breach('public.outage');
    return this.to('Suspended');
  }

  private resume(fact: Part, at: number): Breach | undefined {
    this.closesAt = at + this.left;
    return instant(fact['closesAt']) === this.closesAt ? this.to('Open') : breach('public.closesAt');
  }

  private close(fact: Part, at: number): Breach | undefined {
    const reserve = this.terms?.reserve;
    const best = this.best;
    const winner = best && (reserve === undefined || best.fen >= reserve) ? best : undefined;
    const noSale = winner ? undefined : best ? 'RESERVE_NOT_MET' : 'NO_BIDS';
    if (at < this.closesAt) return breach('at');
    if (instant(fact['closedAt']) !== this.closesAt) return breach('public.closedAt');
    if (fact['outcome'] !== (winner ? 'Sold' : 'NoSale')) return breach('public.outcome');
    if (fact['noSale'] !== noSale) return breach('public.noSale');
    if (winner ? fen(fact['price']) !== winner.fen : fact['price'] !== undefined) return breach('public.price');
    if (fact['winner'] !== winner?.bidder) return breach('public.winner');
    if (fact['bids'] !== this.bids) return breach('public.bids');
    if (fact['extensions'] !== this.extensions) return breach('public.extensions');
    this.result = { isSold: winner !== undefined, noSale };
    return this.to('Closed');
  }
}
