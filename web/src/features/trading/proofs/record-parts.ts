import { type Breach, breach, part, parsed } from './values.ts';

/** The members of an auction's events that are secret; of an event not named here only the form is looked at. */
const SECRETS = new Map<string, readonly string[]>([
  ['proposed/1', []],
  ['drafted/1', ['step']],
  ['reviewed/1', ['step']],
  ['announced/1', []],
  ['opened/1', []],
  ['bid-placed/1', []],
  ['proxy-set/1', ['maximum']],
  ['proxy-changed/1', ['bidder', 'maximum']],
  ['price-matched/1', []],
  ['price-taken/1', []],
  ['preemption-recorded/1', ['reason', 'evidence']],
  ['bid-sealed/1', ['envelope']],
  ['opening-begun/1', []],
  ['share-released/1', []],
  ['sealed-bid-opened/1', []],
  ['sealed-bid-unopened/1', []],
  ['extended/1', []],
  ['suspended/1', []],
  ['resumed/1', []],
  ['closed/1', ['winnerParty']],
  ['cancelled/1', []],
  ['enrolment-requested/1', ['party', 'user']],
  ['bidder-admitted/1', ['party']],
  ['enrolment-refused/1', ['party']],
  ['enrolment-cancelled/1', ['party']],
  ['tree-head-signed/1', []],
]);

const A = 'trading.auction.';
const DEPTH_MAX = 64;
const NAMES = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/**
 * Whether both parts hold each member once, secret members only in the secret part and nothing else disclosed there.
 * The same as RecordParts.cs.
 */
export function wrongParts(type: string, text: string, hidden: string | undefined): Breach | undefined {
  const secrets = type.startsWith(A) ? SECRETS.get(type.slice(A.length)) : undefined;
  const shown = once(text);
  if (!shown || secrets?.some((name) => Object.hasOwn(shown, name))) return breach('public');
  if (hidden === undefined || hidden === '') return undefined;
  const disclosed = once(hidden);
  if (!disclosed) return breach('secret');
  if (!Object.hasOwn(disclosed, 'fields')) return undefined;
  const fields = disclosed['fields'];
  if (!isObject(fields)) return breach('secret');
  return secrets && !Object.keys(part(fields)).every((name) => secrets.includes(name)) ? breach('secret') : undefined;
}

/** An object as read, each member written once, of a depth that can be read anywhere. */
function once(text: string) {
  const read = parsed(text);
  if (!read || !isObject(read)) return undefined;
  let names = 0;
  for (const [, colon] of text.matchAll(NAMES)) if (colon !== undefined) names++;
  return names === membersOf(read, 1) ? read : undefined;
}

/** How many members an object has with all within it; NaN beyond the depth. */
function membersOf(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > DEPTH_MAX) return Number.NaN;
  const within = Object.values(value).reduce((sum: number, each: unknown) => sum + membersOf(each, depth + 1), 0);
  return within + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
