import { expect } from '@playwright/test';
import { admit, INVESTOR_B } from './admitting.ts';
import { ask, firstOf, tell } from './asking.ts';
import type { Market, Visitor } from './market.ts';

interface Money {
  fen: number;
  currency: string;
}

interface Named {
  id: string;
}

const DAY_MS = 86_400_000;
const cny = (fen: number): Money => ({ fen, currency: 'CNY' });

const proposals = new WeakMap<Market, Promise<string>>();

/** An auction the demo's seller proposed and nobody announces; the same one for a market. */
export function aProposal(market: Market): Promise<string> {
  const known = proposals.get(market) ?? propose(market);
  proposals.set(market, known);
  return known;
}

async function propose(market: Market): Promise<string> {
  const seller = await market.regular('seller');
  const published = '/api/listings?mine=true&status=Published';
  await firstOf(seller, published);
  // Newest first; the demo auctions its newest ones.
  const listing = (await ask<{ items: Named[] }>(seller, published)).items.at(-1)?.id;
  const opens = Math.ceil(Date.now() / DAY_MS + 1) * DAY_MS;
  const terms = {
    startPrice: cny(50_000_000),
    step: cny(1_000_000),
    reserve: null,
    opensAt: new Date(opens).toISOString(),
    closesAt: new Date(opens + 3_600_000).toISOString(),
    softCloseSeconds: 300,
    deposit: cny(5_000_000),
  };
  const { id } = await tell<Named>(seller, '/api/auctions', { listing, terms });
  await firstOf<Named>(await market.regular('handler'), '/api/auctions?status=Draft', (auction) => auction.id === id);
  return id;
}

interface Room extends Named {
  abilities: string[];
  position: { status: string };
}

/** A running auction of the demo to which investor-b was admitted and may bid. */
export async function anOpenRoom(market: Market, investor: Visitor): Promise<string> {
  const { id } = await firstOf<{ id: string; status: string }>(investor, '/api/auctions', ({ status }) => status === 'Open');
  const room = `/api/auctions/${encodeURIComponent(id)}`;
  await admit(investor, await market.regular('cashier'), id, INVESTOR_B);
  await expect.poll(async () => (await ask<Room>(investor, room)).abilities, { timeout: 30_000 }).toContain('bid');
  return id;
}
