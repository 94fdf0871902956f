import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Language, test, type Visitor } from './support/market.ts';

interface Stop {
  name: string;
  as?: string;
  /** Looked at on the narrowest screen too, where 400 % text leaves 320 px. */
  narrow?: boolean;
  /** The address; found through the API where it names something of this market. */
  at: (visitor: Visitor) => Promise<string> | string;
}

interface Named {
  id: string;
}

const of = (list: string, address: (id: string) => string) => async (visitor: Visitor) => {
  let found: Named | undefined;
  // The demo fills its market in the first seconds after the start.
  await expect.poll(async () => (found = await visitor.first<Named>(list)), { timeout: 45_000 }).toBeTruthy();
  return address(encodeURIComponent(found?.id ?? ''));
};

/** Every page of the app, as somebody who may see it. */
const STOPS: Stop[] = [
  { name: 'home', at: of('/api/auctions', () => '/') },
  { name: 'catalogue', narrow: true, at: of('/api/catalogue?status=ForSale', () => '/catalogue') },
  { name: 'patent', at: of('/api/catalogue?status=ForSale', (id) => `/patents/${id}`) },
  { name: 'patent-new', as: 'seller', at: () => '/patents/new' },
  { name: 'patent-handler', as: 'handler', at: of('/api/catalogue?status=ForSale', (id) => `/patents/${id}`) },
  { name: 'auctions', at: of('/api/auctions', () => '/auctions') },
  { name: 'room-visitor', at: of('/api/auctions', (id) => `/auctions/${id}`) },
  { name: 'room-bidder', narrow: true, as: 'investor-a', at: of('/api/auctions', (id) => `/auctions/${id}`) },
  { name: 'papers', at: () => '/papers' },
  { name: 'paper-missing', at: () => '/papers/NONE-0' },
  { name: 'verifying', at: () => '/verifying' },
  { name: 'sign-in', at: () => '/sign-in' },
  { name: 'register', at: () => '/register' },
  { name: 'set-password', at: () => '/set-password#email=a%40example.test&token=t' },
  { name: 'nowhere', at: () => '/nowhere' },
  { name: 'forbidden', as: 'investor-a', at: () => '/desk' },
  { name: 'listings', as: 'seller', at: () => '/listings' },
  { name: 'listing-new', as: 'seller', at: () => '/listings/new' },
  { name: 'listing', as: 'seller', at: of('/api/listings?mine=true', (id) => `/listings/${id}`) },
  { name: 'propose', as: 'seller', at: of('/api/listings?mine=true&status=Published', (id) => `/listings/${id}/auction`) },
  { name: 'organisation', as: 'seller', at: () => '/organisation' },
  { name: 'organisation-waiting', as: 'newcomer', at: () => '/organisation' },
  { name: 'desk', as: 'handler', at: () => '/desk' },
  { name: 'desk-auctions', as: 'handler', at: () => '/desk?tab=auctions' },
  { name: 'desk-parties', as: 'handler', at: () => '/desk?tab=parties' },
  { name: 'desk-party', as: 'handler', at: of('/api/parties?status=Submitted', (id) => `/desk/parties/${id}`) },
  { name: 'imports', as: 'handler', at: () => '/desk/import' },
  { name: 'cashier', as: 'cashier', at: () => '/cashier' },
  { name: 'escrow', narrow: true, as: 'cashier', at: of('/api/escrow', (id) => `/cashier/${id}`) },
  { name: 'administration', as: 'admin', at: () => '/administration' },
  { name: 'approval-routes', as: 'approver', at: () => '/administration' },
];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1440, 390];
const NARROW = 320;

/** Faults of one page as one line each. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`),
    ...(wide > 0 ? [`wider than the screen by ${String(wide)} px`] : []),
  ];
}

for (const language of ['zh-CN', 'en'] as const satisfies Language[])
  for (const stop of STOPS)
    test(`${stop.name} in ${language} is in order`, async ({ market }) => {
      const faults: string[] = [];
      for (const width of stop.narrow ? [...WIDTHS, NARROW] : WIDTHS) {
        const visitor = await market.visit({ ...(stop.as ? { as: stop.as } : {}), language, width });
        await visitor.open(await stop.at(visitor));
        await visitor.page.screenshot({ path: `test-results/pages/${stop.name}-${language}-${String(width)}.png`, fullPage: true });
        faults.push(...(await faultsOf(visitor.page)).map((fault) => `${String(width)} px: ${fault}`), ...visitor.complaints);
        await visitor.leave();
      }
      expect(faults).toEqual([]);
    });
