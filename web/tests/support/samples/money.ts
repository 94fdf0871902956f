import type { Server } from '@/shared/api/types.ts';
import { cny } from './catalogue.ts';
import { room } from './trading.ts';

export const escrowSummary: Server['EscrowSummary'] = {
  id: 'escrow:01JESC',
  auction: room.id,
  listing: null,
  title: room.lot.title,
  patents: 1,
  auctionStatus: 'Open',
  deposit: cny(100_000),
  awaited: 1,
  unidentified: 1,
  toBeRefunded: 1,
};

export const escrow: Server['EscrowView'] = {
  id: escrowSummary.id,
  version: 11,
  abilities: ['enter-receipt'],
  auction: room.id,
  listing: null,
  title: room.lot.title,
  patents: 1,
  custodyAccount: '6222 0000 0000 1234 567',
  deposit: cny(100_000),
  deposits: [
    { enrolment: 1, bidder: 1, partyName: '攀钢集团研究院有限公司', deposit: cny(100_000), received: cny(100_000), state: 'Received' },
    { enrolment: 2, bidder: 2, partyName: '成都钛都材料有限公司', deposit: cny(100_000), received: cny(120_000), state: 'Over' },
    { enrolment: 3, bidder: null, partyName: '攀枝花钒业科技有限公司', deposit: cny(100_000), received: cny(0), state: 'Awaited' },
  ],
  receipts: [
    { number: 1, kind: 'Own', bankSerial: 'ICBC20261120001', amount: cny(100_000), valueTime: '2026-11-20T03:00:00Z', payerName: '攀钢集团研究院有限公司', payerAccount: '6222000000000009', purpose: '竞买登记 1 号', enrolment: 1, abilities: [] },
    { number: 2, kind: 'Unidentified', bankSerial: 'ICBC20261121004', amount: cny(100_000), valueTime: '2026-11-21T03:00:00Z', payerName: '某贸易公司', payerAccount: '6222000000000077', purpose: '', enrolment: null, abilities: ['assign', 'return'] },
  ],
  refunds: [
    { number: 1, amount: cny(20_000), reason: 'Excess', payeeName: '成都钛都材料有限公司', payeeAccount: '6222000000000010', paid: false, bankSerial: null, valueTime: null, abilities: ['pay'] },
    { number: 2, amount: cny(5_000), reason: 'ThirdParty', payeeName: '某自然人', payeeAccount: '6222000000000011', paid: true, bankSerial: 'ICBC20261122001', valueTime: '2026-11-22T03:00:00Z', abilities: [] },
  ],
  balances: [
    { account: 'custody', amount: cny(320_000) },
    { account: 'deposit:1', amount: cny(-200_000) },
    { account: 'to-be-refunded:0', amount: cny(-120_000) },
  ],
  total: cny(0),
};

/** A case of a listing: its numbers are intents. */
export const intentEscrow: Server['EscrowSummary'] = {
  ...escrowSummary,
  id: 'escrow:listing-01JLIST',
  auction: null,
  listing: 'listing:01JLIST',
  title: '一种提钒方法',
  auctionStatus: null,
  awaited: 2,
};

export const paper: Server['PaperCheck'] = {
  number: 'VTI-CJQR-2026-0001',
  display: '钒钛交〔2026〕成交第 1 号',
  kind: '成交确认书',
  title: '成交确认书',
  date: '2026-11-26',
  hash: '3f'.repeat(32),
  stands: true,
  voidReason: null,
  supersededBy: null,
  erasedOn: null,
  matches: null,
  isDemo: true,
  documentUrl: '/papers/VTI-CJQR-2026-0001/document',
  pdfUrl: null,
};

export const paperListed: Server['PaperListItem'] = {
  number: paper.number,
  display: paper.display,
  kind: paper.kind,
  title: paper.title,
  date: paper.date,
  subject: room.id,
  about: room.lot.title,
  stands: true,
  pdfUrl: paper.pdfUrl,
};
