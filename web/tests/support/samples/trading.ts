import type { Server } from '@/shared/api/types.ts';
import { cny, item } from './catalogue.ts';

/** Market time of every sample. */
export const NOW = '2026-11-26T07:00:00Z';

export const terms: Server['AuctionTerms'] = {
  startPrice: cny(1_000_000),
  step: cny(10_000),
  reserve: cny(1_100_000),
  opensAt: '2026-11-26T01:00:00Z',
  closesAt: '2026-11-26T07:20:00Z',
  softCloseSeconds: 300,
  deposit: cny(100_000),
};

export const bids: Server['RoomBid'][] = [
  [1, 1_000_000, '01:10:00', 12],
  [2, 1_050_000, '02:00:00', 13],
  [3, 1_060_000, '03:40:10', 14],
  [1, 1_120_000, '05:12:09', 16],
  [2, 1_180_000, '06:58:31', 18],
].map(([number, yuan, at, version]) => ({
  bidder: Number(number),
  amount: cny(Number(yuan)),
  at: `2026-11-26T${String(at)}.000Z`,
  version: Number(version),
}));

export const room: Server['AuctionRoom'] = {
  id: 'auction:01JROOM',
  version: 18,
  abilities: [],
  now: NOW,
  position: {
    version: 18,
    status: 'Open',
    price: cny(1_180_000),
    leader: 2,
    nextMinimum: cny(1_190_000),
    closesAt: '2026-11-26T07:20:00Z',
    extensions: 0,
    bidCount: 5,
    bidderCount: 3,
    isReserveMet: true,
    suspension: null,
    result: null,
  },
  lot: { listing: 'listing:01JLIST', patent: item.id, title: item.titleZh ?? '', seller: '攀枝花学院' },
  sellerName: '攀枝花学院',
  patentNumber: item.number,
  isDemo: true,
  profile: { id: 'patent-open', version: 1, name: '专利公开增价竞价（2026 版）', nameEn: 'Open ascending bidding (2026)' },
  terms,
  cancelReason: null,
  papers: [],
  bids,
  mine: null,
  steps: [],
  route: [],
  waitsFor: null,
  dutyNote: null,
};

export const mine: Server['MyEnrolment'] = {
  number: 3,
  status: 'Admitted',
  bidder: 3,
  reason: null,
  deposit: cny(100_000),
  depositState: 'Received',
  received: cny(100_000),
  papers: [{ number: 'VTI-JMDJ-2026-0003', kind: '竞买登记确认书' }],
};

/** As an admitted bidder sees it who does not lead. */
export const biddersRoom: Server['AuctionRoom'] = { ...room, abilities: ['bid'], mine };

export const closedRoom: Server['AuctionRoom'] = {
  ...room,
  version: 20,
  position: {
    ...room.position,
    version: 20,
    status: 'Closed',
    result: { closedAt: '2026-11-26T07:20:00Z', outcome: 'Sold', noSale: null, price: cny(1_180_000), winner: 2, bidCount: 5, extensions: 1 },
  },
};

export const auction: Server['AuctionSummary'] = {
  id: room.id,
  status: 'Open',
  title: room.lot.title,
  patents: 1,
  patentNumber: room.patentNumber,
  isDemo: true,
  protocol: 'English',
  startPrice: terms.startPrice,
  price: room.position.price,
  bids: 5,
  bidders: 3,
  opensAt: terms.opensAt,
  closesAt: terms.closesAt,
  outcome: null,
  waitsFor: null,
  abilities: [],
};

export const auctions: Server['AuctionSummary'][] = [
  auction,
  { ...auction, id: 'auction:2', status: 'Announced', title: '钒电池用电解液储罐', price: null, bids: 0, bidders: 0, opensAt: '2026-12-01T01:00:00Z', closesAt: '2026-12-01T08:00:00Z' },
  { ...auction, id: 'auction:3', status: 'Closed', title: '钛合金手表表壳', price: cny(86_000.5), outcome: 'Sold', bids: 12 },
];

export const draft: Server['AuctionRoom'] = {
  ...room,
  abilities: ['draft'],
  position: { ...room.position, status: 'Draft', price: null, leader: null, bidCount: 0, bidderCount: 0, isReserveMet: null },
  bids: [],
  route: ['Handler', 'Reviewer', 'Approver'],
  waitsFor: 'Handler',
};

const bounds: Server['Bounds'] = { min: 1, max: 1_000_000_000_000, usual: null };

export const profiles: Server['ProfileList'] = {
  items: [
    {
      id: 'patent-open',
      version: 1,
      name: '专利公开增价竞价（2026 版）',
      description: '公开增价，剩余 5 分钟内有出价自动延时。',
      demo: false,
      versions: [1],
      effectiveFrom: '2026-01-01',
      effectiveUntil: null,
      isInForce: true,
      mayHost: true,
      hostNote: null,
      protocols: ['English'],
      options: ['ProxyBids', 'RankedPreemption', 'StepTable'],
      softClose: ['BidPlusWindow'],
      startPriceFen: bounds,
      stepFen: bounds,
      stepPermilleOfStart: { min: 0, max: 1_000, usual: null },
      depositOf: 'StartPrice',
      depositPermille: { min: 0, max: 1_000, usual: null },
      softCloseSeconds: bounds,
      durationSeconds: bounds,
      clockSeconds: { min: 60, max: 3_600, usual: 300 },
      floorPermilleOfStart: { min: 200, max: 999, usual: null },
      startPermilleOfAppraisal: null,
      reserves: ['None', 'Public', 'EqualToStart'],
      notice: [],
      viewingDays: 0,
      hours: null,
      barred: [],
      lines: [{ field: 'barred', label: '不得参与竞买', value: '转让方', source: '本中心规则' }],
    },
  ],
};

export const receipt: Server['BidReceipt'] = {
  accepted: true,
  pos: 99,
  version: 19,
  record: 19,
  at: '2026-11-26T07:00:05Z',
  price: cny(1_190_000),
  nextMinimum: cny(1_200_000),
  closesAt: terms.closesAt,
  leading: true,
};
