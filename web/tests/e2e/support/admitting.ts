import { expect } from '@playwright/test';
import { ask, tell } from './asking.ts';
import { MINUTE_MS, now } from './clock.ts';
import type { Visitor } from './market.ts';

interface Payer {
  payerName: string;
  payerAccount: string;
}

interface Escrow {
  deposit: { fen: number; currency: string };
  deposits: { enrolment: number; partyName: string }[];
}

/** As the demo made these parties. */
export const INVESTOR_A: Payer = { payerName: '示例投资甲有限公司', payerAccount: '62000000000003' };
export const INVESTOR_B: Payer = { payerName: '示例投资乙有限公司', payerAccount: '62000000000004' };

/** Enrols and pays; done once the room has given a bidder code. */
export async function admit(investor: Visitor, cashier: Visitor, auction: string, payer: Payer): Promise<void> {
  const room = `/api/auctions/${encodeURIComponent(auction)}`;
  const escrow = `/api/escrow/${encodeURIComponent(auction.replace('auction:', 'escrow:'))}`;
  await tell(investor, `${room}/enrolments`);
  // The case is there a moment after the announcement, and learns of an enrolment a moment after the auction.
  const mine = async () => {
    const answer = await cashier.context.request.get(escrow);
    if (!answer.ok()) return undefined;
    const { deposit: amount, deposits } = (await answer.json()) as Escrow;
    const found = deposits.find(({ partyName }) => partyName === payer.payerName);
    return found && { amount, enrolment: found.enrolment };
  };
  await expect.poll(mine, { timeout: MINUTE_MS }).toBeTruthy();
  await tell(cashier, `${escrow}/receipts`, {
    ...(await mine()),
    ...payer,
    bankSerial: `${payer.payerAccount}${String(Date.now())}`,
    valueTime: new Date(await now(cashier)).toISOString(),
    purpose: '',
  });
  await expect
    .poll(async () => (await ask<{ mine: { bidder: number | null } }>(investor, room)).mine.bidder, { timeout: MINUTE_MS })
    .not.toBeNull();
}
