import type { Server } from '../../../src/shared/api/types.ts';

const cny = (yuan: number) => ({ fen: yuan * 100, currency: 'CNY' as const });

export const noPeriod: Server['PeriodView'] = {
  id: 'listing:01JLIST',
  version: 5,
  abilities: [],
  phase: 'None',
  chosen: null,
  bounds: { min: 0, max: 60, usual: 10, calendarDays: 0, article: null, source: null },
  notice: 0,
  beganAt: null,
  endsAt: null,
  workingDaysLeft: null,
  extensions: 0,
  extensionWorkingDays: 5,
  contractWorkingDays: 10,
  intents: null,
  contractBy: null,
  contract: null,
  change: null,
  myIntent: null,
};

export const running: Server['PeriodView'] = {
  ...noPeriod,
  abilities: ['file-intent'],
  phase: 'Running',
  chosen: { workingDays: 10, profile: 'online-bidding', profileName: '网络竞价' },
  notice: 1,
  beganAt: '2026-11-20T02:00:00Z',
  endsAt: '2026-12-04T09:00:00Z',
  workingDaysLeft: 6,
};

export const stateOwned: Server['PeriodBoundsView'] = {
  min: 10,
  max: 60,
  usual: 10,
  calendarDays: 0,
  article: '《企业国有资产交易监督管理办法》（国资委、财政部令第32号）第五十条',
  source: '信息公告期不少于10个工作日；条号待复核。',
};

export const ownIntent: Server['OwnIntent'] = {
  listing: 'listing:01JLIST',
  patentNumber: 'CN202110001234.5',
  title: '一种提钒方法',
  patents: 1,
  isDemo: true,
  status: 'Published',
  phase: 'Running',
  endsAt: '2026-12-04T09:00:00Z',
  price: cny(1_200_000),
  filedAt: '2026-11-23T02:00:00Z',
  stands: true,
  isWithdrawn: false,
  hasFailed: false,
  isConcluded: false,
};

export const periodSummary: Server['PeriodSummary'] = {
  listing: 'listing:01JLIST',
  patentNumber: 'CN202110001234.5',
  title: '一种提钒方法',
  patents: 1,
  isDemo: true,
  sellerName: '攀枝花学院',
  status: 'ContractDue',
  phase: 'ContractDue',
  endsAt: '2026-11-20T09:00:00Z',
  contractBy: '2026-12-04T09:00:00Z',
  intentsAtEnd: 1,
  hasChange: false,
  abilities: [],
};

export const intents: Server['IntentsView'] = {
  id: 'listing:01JLIST',
  version: 7,
  count: 1,
  areShown: true,
  items: [{ number: 1, partyName: '示例投资甲有限公司', price: cny(1_250_000), filedAt: '2026-11-23T02:00:00Z', stands: true, isWithdrawn: false }],
};
