import { readFileSync } from 'node:fs';
import { ask, firstOf } from './support/asking.ts';
import { faultsOf, NARROWEST, WIDTHS } from './support/looking.ts';
import { expect, type Language, type Market, test, type Visitor } from './support/market.ts';
import { anOpenRoom, aProposal } from './support/preparing.ts';

interface Stop {
  name: string;
  as?: string;
  /** Looked at on the narrowest screen too. */
  narrow?: boolean;
  /** The address; found through the API where it names something of this market. */
  at: (visitor: Visitor, market: Market) => Promise<string> | string;
}

interface Named {
  id: string;
  number: string;
}

const of =
  (list: string, address: (id: string) => string, suits?: (item: Named) => boolean) => async (visitor: Visitor) =>
    address(encodeURIComponent((await firstOf(visitor, list, suits)).id));

const numbered = (list: string, address: (number: string) => string) => async (visitor: Visitor) =>
  address(encodeURIComponent((await firstOf<Named>(visitor, list)).number));

/** Of a proposed auction that waits at the desk. */
const draft = (address: (id: string) => string) => async (_: Visitor, market: Market) =>
  address(encodeURIComponent(await aProposal(market)));

/** The party that waits for its verification, or any other once it was verified. */
const aParty = async (visitor: Visitor): Promise<string> => {
  const { items } = await ask<{ items: Named[] }>(visitor, '/api/parties?status=Submitted');
  const { id } = items[0] ?? (await firstOf<Named>(visitor, '/api/parties?status=Verified'));
  return `/desk/parties/${encodeURIComponent(id)}`;
};

/** A real patent of the demo's that nobody has listed. */
const UNLISTED = 'CN201210288271.2';

/** Every page of the app, as somebody who may see it. */
const STOPS: Stop[] = [
  { name: 'home', at: of('/api/auctions', () => '/') },
  { name: 'catalogue', narrow: true, at: of('/api/catalogue?status=ForSale', () => '/catalogue') },
  { name: 'catalogue-search', narrow: true, at: of('/api/catalogue?status=ForSale', () => '/catalogue?q=%E9%92%92') },
  { name: 'ipc', narrow: true, at: () => '/catalogue/ipc' },
  { name: 'compare', narrow: true, at: of('/api/catalogue?status=ForSale', (id) => `/catalogue/compare?number=${id}`) },
  { name: 'patent', at: of('/api/catalogue?status=ForSale', (id) => `/patents/${id}`) },
  { name: 'patent-as-printed', at: numbered('/api/catalogue?status=ForSale', (number) => `/patents/${number}`) },
  { name: 'patent-new', as: 'seller', at: () => '/patents/new' },
  { name: 'patent-handler', as: 'handler', at: of('/api/catalogue?status=ForSale', (id) => `/patents/${id}`) },
  { name: 'saved-searches', as: 'investor-a', at: () => '/saved-searches' },
  { name: 'intents', as: 'investor-a', at: () => '/intents' },
  { name: 'auctions', at: of('/api/auctions', () => '/auctions') },
  { name: 'room-visitor', at: of('/api/auctions', (id) => `/auctions/${id}`) },
  { name: 'room-bidder', narrow: true, as: 'investor-a', at: of('/api/auctions', (id) => `/auctions/${id}`) },
  { name: 'all-rules', at: () => '/rules' },
  { name: 'rules', narrow: true, at: () => '/rules/demo-online-bidding' },
  { name: 'notices', as: 'seller', at: () => '/notices' },
  { name: 'papers', at: () => '/papers' },
  { name: 'paper', as: 'handler', at: numbered('/api/papers', (number) => `/papers/${number}`) },
  { name: 'paper-missing', at: () => '/papers/NONE-0' },
  { name: 'verifying', at: () => '/verifying' },
  { name: 'holder-key', narrow: true, as: 'supervisor', at: () => '/holder-key' },
  { name: 'sign-in', at: () => '/sign-in' },
  { name: 'register', at: () => '/register' },
  { name: 'set-password', at: () => '/set-password#email=a%40example.test&token=t' },
  { name: 'nowhere', at: () => '/nowhere' },
  { name: 'forbidden', as: 'investor-a', at: () => '/desk' },
  { name: 'listings', as: 'seller', at: () => '/listings' },
  { name: 'listing-new', as: 'seller', at: () => '/listings/new' },
  { name: 'listing-know-how', as: 'seller', narrow: true, at: () => '/listings/new?subject=know-how' },
  { name: 'listing-editor', as: 'seller', narrow: true, at: () => `/listings/new?patent=${UNLISTED}` },
  { name: 'listing', as: 'seller', at: of('/api/listings?mine=true', (id) => `/listings/${id}`) },
  { name: 'propose', as: 'seller', at: of('/api/listings?mine=true&status=Published', (id) => `/listings/${id}/auction`) },
  { name: 'propose-again', as: 'seller', at: draft((id) => `/auctions/${id}/propose`) },
  { name: 'organisation', as: 'seller', at: () => '/organisation' },
  { name: 'organisation-waiting', as: 'newcomer', at: () => '/organisation' },
  { name: 'organisation-papers', as: 'seller', at: numbered('/api/papers', () => '/organisation/papers') },
  { name: 'desk', as: 'handler', at: () => '/desk' },
  { name: 'desk-auctions', as: 'handler', at: draft(() => '/desk?tab=auctions') },
  { name: 'desk-auction', narrow: true, as: 'handler', at: draft((id) => `/desk/auctions/${id}`) },
  { name: 'desk-parties', as: 'handler', at: () => '/desk?tab=parties' },
  { name: 'desk-party', as: 'handler', at: aParty },
  { name: 'desk-papers', as: 'handler', at: numbered('/api/papers', () => '/desk?tab=papers') },
  { name: 'imports', as: 'handler', at: () => '/imports' },
  { name: 'imports-own', as: 'seller', at: () => '/imports' },
  { name: 'synonyms', as: 'handler', at: () => '/desk/synonyms' },
  { name: 'cashier', as: 'cashier', at: () => '/cashier' },
  { name: 'escrow', narrow: true, as: 'cashier', at: of('/api/escrow', (id) => `/cashier/${id}`) },
  { name: 'administration', as: 'admin', at: () => '/administration' },
  { name: 'approval-routes', as: 'approver', at: () => '/administration' },
];

/** The addresses of the router, as it writes them. */
const PATTERNS = [...readFileSync('src/app/router.tsx', 'utf8').matchAll(/\bpage\('([^']+)'/g)].map(([, pattern]) => pattern ?? '');

const asked: string[] = [];

const isOf = (pattern: string, address: string): boolean =>
  new RegExp(`^/${pattern.replace(/:\w+/g, '[^/?#]+')}([?#]|$)`).test(address) &&
  (!pattern.includes(':') || !PATTERNS.some((other) => !other.includes(':') && isOf(other, address)));

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

for (const stop of STOPS)
  test(`${stop.name} is in order in both languages`, async ({ market }) => {
    const visitor = await market.regular(stop.as);
    const address = await stop.at(visitor, market);
    asked.push(address);
    const faults: string[] = [];
    for (const language of LANGUAGES) {
      await visitor.speaks(language);
      await visitor.open(address);
      faults.push(...(await faultsOf(visitor, { name: stop.name, language, widths: stop.narrow ? [...WIDTHS, NARROWEST] : WIDTHS })));
    }
    expect(faults).toEqual([]);
  });

test('every address of the router was looked at', () => {
  test.skip(asked.length < STOPS.length, 'Only some of the pages were asked for, or one of them failed.');
  expect(PATTERNS.length).toBeGreaterThan(30);
  expect(PATTERNS.filter((pattern) => !asked.some((address) => isOf(pattern, address)))).toEqual([]);
});

test('the open bid dialog is in order in both languages', async ({ market }) => {
  const bidder = await market.regular('investor-b');
  const room = await anOpenRoom(market, bidder);
  const faults: string[] = [];
  for (const [language, label] of [['zh-CN', /^出价 ¥/], ['en', /^Bid ¥/]] as const) {
    await bidder.speaks(language);
    await bidder.open(`/auctions/${encodeURIComponent(room)}`);
    await bidder.at(1440);
    await bidder.page.getByRole('button', { name: label }).first().click();
    await expect(bidder.page.getByRole('dialog')).toBeVisible();
    faults.push(...(await faultsOf(bidder, { name: 'bid-dialog', language, widths: [...WIDTHS, NARROWEST] })));
    await bidder.page.keyboard.press('Escape');
  }
  expect(faults).toEqual([]);
});
