import * as catalogue from './samples/catalogue.ts';
import * as gate from './samples/gate.ts';
import * as life from './samples/life.ts';
import * as money from './samples/money.ts';
import * as papers from './samples/papers.ts';
import * as people from './samples/people.ts';
import * as periods from './samples/periods.ts';
import * as trading from './samples/trading.ts';

/** A refusal instead of an answer. */
export interface Refusal {
  refused: number;
  code?: string;
  title?: string;
  figures?: Record<string, unknown>;
}

export const refused = (status: number, more: Omit<Refusal, 'refused'> = {}): Refusal => ({ refused: status, ...more });

/** What the server answers, by method and path; `*` stands for one segment. The first line that fits counts. */
export type Answers = Record<string, unknown>;

const page = (...items: unknown[]) => ({ items, total: items.length, next: null });
const written = { id: 'listing:01JLIST', version: 8, pos: 42 };

/** A market with something of everything, seen by a visitor. */
export const market: Answers = {
  'GET /api/me': refused(401),
  'GET /api/centre': people.centre,
  'GET /api/time': { now: trading.NOW, speed: 1 },
  'GET /api/identity/antiforgery': { token: 'token' },
  'POST /api/identity/login': null,
  'POST /api/identity/logout': null,
  'GET /api/catalogue': { ...page(...catalogue.items), facets: catalogue.facets },
  'GET /api/catalogue/suggest': page(...catalogue.suggestions),
  'GET /api/saved-searches': catalogue.savedSearches,
  'GET /api/synonyms': catalogue.synonyms,
  'GET /api/catalogue/ipc': page(...catalogue.ipcTitles),
  'GET /api/patents/*': catalogue.patent,
  'GET /api/patents/*/life': life.life,
  'GET /api/legal-codes': life.codes,
  'GET /api/notices': life.notices,
  'GET /api/patents/*/modes': gate.modes,
  'GET /api/patents/*/encumbrances': gate.encumbrances,
  'GET /api/listings': page(catalogue.listingSummary),
  'GET /api/listings/*': catalogue.listing,
  'GET /api/listings/*/title-pack': papers.pack,
  'GET /api/listings/*/documents': papers.documents,
  'GET /api/listings/*/period': periods.noPeriod,
  'GET /api/listings/*/intents': periods.intents,
  'GET /api/listing-periods': page(periods.periodSummary),
  'GET /api/intents': page(periods.ownIntent),
  'GET /api/auctions': page(...trading.auctions),
  'GET /api/auctions/*': trading.room,
  'GET /api/auctions/*/bids': page(),
  'GET /api/rule-profiles': trading.profiles,
  'GET /api/parties': page(people.partySummary),
  'GET /api/parties/*': people.party,
  'GET /api/users': page(...people.users),
  'GET /api/approval-routes': people.routes,
  'GET /api/escrow': { ...page(money.escrowSummary), abilities: [] },
  'GET /api/escrow/*': money.escrow,
  'GET /api/papers': page(money.paperListed),
  'GET /api/papers/*': money.paper,
  'POST /api/auctions/*/bids': trading.receipt,
  'POST *': written,
  'PUT *': written,
  'DELETE *': written,
};

const fits = (pattern: string, method: string, path: string): boolean => {
  const [ofMethod = '', ofPath = ''] = pattern.split(' ');
  if (ofMethod !== method) return false;
  if (ofPath === '*') return true;
  const wanted = ofPath.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, index) => part === '*' || part === given[index]);
};

/** Finds the answer to a request; undefined when nothing was said about it. */
export function answerTo(answers: Answers, method: string, path: string): unknown {
  const pattern = Object.keys(answers).find((candidate) => fits(candidate, method, path));
  return pattern === undefined ? undefined : answers[pattern];
}

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;

/** The market with some answers changed. */
export const marketWith = (changes: Answers): Answers => ({
  ...changes,
  ...Object.fromEntries(Object.entries(market).filter(([pattern]) => !(pattern in changes))),
});
