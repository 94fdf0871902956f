import { AMOUNT_FEN_MAX } from '@/shared/format/money.ts';
import { digestOf, isBound, isHex, KEY_BYTES, read } from '../sealed/crypto/envelope.ts';
import { type Content, isKeyOf, isShareOf, keyOf, openBid } from '../sealed/crypto/opening.ts';
import type { Admissions } from './admissions.ts';
import type { Terms } from './terms.ts';
import { type Breach, breach, fen, instant, isGiven, type Part, whole } from './values.ts';

interface Entry {
  /** Of equal amounts the lower one wins. */
  readonly order: number;
  readonly times: number;
  readonly digest: string;
  readonly shares: Map<number, string>;
  isSettled: boolean;
  /** Of a bid that counts. */
  fen: number | undefined;
}

const KINDS = ['bid-sealed/1', 'opening-begun/1', 'share-released/1', 'sealed-bid-opened/1', 'sealed-bid-unopened/1'] as const;

export type SealedKind = (typeof KINDS)[number];

export const isSealedKind = (kind: string): kind is SealedKind => (KINDS as readonly string[]).includes(kind);

/** When a record was made, and where the auction stands then. */
interface Place {
  readonly at: number;
  readonly status: string;
  readonly closesAt: number;
  readonly terms: Terms;
}

/** Winner and price as an auction ends. */
export interface SealedEnd {
  readonly best: { readonly bidder: number; readonly fen: number } | undefined;
  readonly noSale: string | undefined;
  /** The instant it closes at; undefined: by its deadline. */
  readonly due: number | undefined;
}

/**
 * Follows the sealed bids of a public file, as SealedReplay.cs does. Opening one is asynchronous here: `opened` holds
 * what is to be asked before the next line is read.
 */
export class SealedBids {
  private readonly bids = new Map<number, Entry>();
  private order = 0;
  private until = Number.NaN;
  private settledAt = Number.NaN;
  private openingDue: number | undefined;
  private isCloseDue = false;
  private asked: (() => Promise<Breach | undefined>) | undefined;

  constructor(
    private readonly admissions: Admissions,
    private readonly stream: string,
  ) {}

  get count(): number {
    return this.bids.size;
  }

  /** What must follow at once and does not. */
  notDue(kind: string, fact: Part): Breach | undefined {
    if (this.openingDue !== undefined && (kind !== 'sealed-bid-opened/1' || fact['bidder'] !== this.openingDue)) return breach('type');
    return this.isCloseDue && kind !== 'closed/1' ? breach('type') : undefined;
  }

  /** Opens the bid of the record just read; undefined when it holds what it says, or none was opened. */
  opened(): Promise<Breach | undefined> {
    const ask = this.asked;
    this.asked = undefined;
    return ask ? ask() : Promise.resolve(undefined);
  }

  follow(kind: SealedKind, fact: Part, secret: Part, { at, status, closesAt, terms }: Place): Breach | undefined {
    if (status !== (kind === 'bid-sealed/1' || kind === 'opening-begun/1' ? 'Open' : 'Opening')) return breach('type');
    switch (kind) {
      case 'bid-sealed/1':
        return this.seal(fact, secret, at, closesAt);
      case 'opening-begun/1':
        return this.begin(fact, at, closesAt, terms);
      case 'share-released/1':
        return this.release(fact, at, terms);
      case 'sealed-bid-opened/1':
        return this.open(fact, at, terms);
      case 'sealed-bid-unopened/1':
        return this.unopened(fact, at);
    }
  }

  private seal(fact: Part, secret: Part, at: number, closesAt: number): Breach | undefined {
    if (at >= closesAt) return breach('at');
    const bidder = whole(fact['bidder']);
    if (!this.admissions.has(bidder)) return breach('public.bidder');
    const { digest } = fact;
    if (typeof digest !== 'string') return breach('public');
    const shown = secret['envelope'];
    if (isGiven(shown) && (typeof shown !== 'string' || digestOf(shown) !== digest)) return breach('secret.envelope');
    const times = 1 + (this.bids.get(bidder)?.times ?? 0);
    if (fact['times'] !== times) return breach('public.times');
    this.bids.set(bidder, { order: ++this.order, times, digest, shares: new Map(), isSettled: false, fen: undefined });
    return undefined;
  }

  private begin(fact: Part, at: number, closesAt: number, terms: Terms): Breach | undefined {
    if (at < closesAt) return breach('at');
    if (instant(fact['closedAt']) !== closesAt) return breach('public.closedAt');
    this.until = at + (terms.sealed?.opening ?? 0);
    if (instant(fact['until']) !== this.until) return breach('public.until');
    return fact['bids'] === this.bids.size && this.bids.size > 0 ? undefined : breach('public.bids');
  }

  private release(fact: Part, at: number, terms: Terms): Breach | undefined {
    if (at >= this.until) return breach('at');
    const bid = this.unsettled(fact);
    if (!bid) return breach('public.bidder');
    const [holder, { share }] = [whole(fact['holder']), fact];
    if (!(holder >= 1 && holder <= (terms.sealed?.holders.length ?? 0)) || bid.shares.has(holder)) return breach('public.holder');
    if (!isHex(share, KEY_BYTES)) return breach('public.share');
    bid.shares.set(holder, share);
    if (bid.shares.size === terms.sealed?.threshold) this.openingDue = whole(fact['bidder']);
    return undefined;
  }

  private open(fact: Part, at: number, terms: Terms): Breach | undefined {
    if (at >= this.until) return breach('at');
    const bid = this.unsettled(fact);
    if (!bid) return breach('public.bidder');
    const [envelope, { key }] = [read(fact['envelope']), fact];
    if (typeof fact['envelope'] !== 'string' || digestOf(fact['envelope']) !== bid.digest) return breach('public.envelope');
    const binding = terms.sealed && { auction: this.stream, bidder: whole(fact['bidder']), ...terms.sealed };
    if (!envelope || !binding || !isBound(envelope, binding)) return breach('public.envelope');
    if (![...bid.shares].every(([holder, share]) => isShareOf(envelope, holder, share))) return breach('public.envelope');
    const isByBidder = fact['isByBidder'] === true;
    if (isByBidder === (this.openingDue !== undefined)) return breach('public.isByBidder');
    if (typeof key !== 'string' || !(isByBidder ? isKeyOf(envelope, key) : key === keyOf(bid.shares))) return breach('public.key');
    this.openingDue = undefined;
    this.settledAt = at;
    bid.isSettled = true;
    if (!isGiven(fact['void'])) bid.fen = fen(fact['amount']);
    this.isCloseDue = [...this.bids.values()].every(({ isSettled }) => isSettled);
    this.asked = async () => wrongContent(fact, await openBid(envelope, key, terms.startPrice));
    return undefined;
  }

  private unopened(fact: Part, at: number): Breach | undefined {
    if (at < this.until) return breach('at');
    const bid = this.unsettled(fact);
    if (!bid) return breach('public.bidder');
    bid.isSettled = true;
    return undefined;
  }

  /** Ranks what counts; as SealedResult.cs. */
  end(isOpening: boolean, { reserve, startPrice, isSecondPrice }: Terms): SealedEnd | Breach {
    if (!isOpening && this.bids.size > 0) return breach('type');
    if ([...this.bids.values()].some(({ isSettled }) => !isSettled)) return breach('type');
    const due = !isOpening ? undefined : this.isCloseDue ? this.settledAt : this.until;
    this.isCloseDue = false;
    const ranked = [...this.bids]
      .flatMap(([bidder, { fen: amount, order }]) => (amount === undefined ? [] : [{ bidder, fen: amount, order }]))
      .sort((a, b) => b.fen - a.fen || a.order - b.order);
    const [first, second] = ranked;
    if (!first) return { best: undefined, noSale: this.bids.size === 0 ? 'NO_BIDS' : 'NO_VALID_BIDS', due };
    const least = Math.max(reserve ?? 0, startPrice);
    if (first.fen < least) return { best: undefined, noSale: 'RESERVE_NOT_MET', due };
    const price = isSecondPrice ? Math.max(second?.fen ?? 0, least) : first.fen;
    return { best: { bidder: first.bidder, fen: price }, noSale: undefined, due };
  }

  private unsettled(fact: Part): Entry | undefined {
    const bid = this.bids.get(whole(fact['bidder']));
    return bid && !bid.isSettled ? bid : undefined;
  }
}

function wrongContent(fact: Part, content: Content): Breach | undefined {
  const amount = isGiven(fact['amount']) ? fen(fact['amount']) : undefined;
  if (amount !== content.fen || (amount !== undefined && amount > AMOUNT_FEN_MAX)) return breach('public.amount');
  return (fact['void'] ?? undefined) === content.void ? undefined : breach('public.void');
}
