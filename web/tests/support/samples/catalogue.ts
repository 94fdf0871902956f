import type { Server } from '@/shared/api/types.ts';

export const cny = (yuan: number): Server['Money'] => ({ fen: yuan * 100, currency: 'CNY' });

export const item: Server['CatalogueItem'] = {
  id: 'patent:CN202110001234',
  number: 'CN202110001234.5',
  titleZh: '一种从钒钛磁铁矿中提取五氧化二钒的方法',
  titleEn: 'Method for extracting vanadium pentoxide from vanadium-titanium magnetite',
  applicants: ['攀枝花学院', '某钒钛新材料（集团）股份有限公司'],
  ipc: ['C22B 34/22', 'C01G 31/02'],
  type: 'Invention',
  legalStatus: '授权',
  filingDate: '2021-01-04',
  publicationDate: '2022-05-10',
  isDemo: true,
  status: 'InAuction',
  askingPrice: cny(1_200_000),
  offer: { mode: 'Sale', priceForm: 'LumpSum', technology: null, patents: 1 },
  listing: 'listing:01JLIST',
  auction: 'auction:01JROOM',
  marks: { titleZh: [], titleEn: [], applicants: [[], []] },
};

export const facets: Server['CatalogueFacets'] = {
  types: [{ value: 'Invention', count: 2 }, { value: 'UtilityModel', count: 1 }, { value: 'Design', count: 1 }],
  statuses: [{ value: 'ForSale', count: 1 }, { value: 'InAuction', count: 1 }],
  ipc: [{ value: 'C22B', count: 3 }],
  applicants: [{ value: '攀枝花学院', count: 3 }],
  years: [{ value: '2021', count: 4 }],
  modes: [{ value: 'Sale', count: 2 }],
  fields: [{ value: 'VanadiumExtraction', count: 1 }],
  routes: [{ value: 'CalciumRoasting', count: 1 }],
};

export const ipcTitles: Server['IpcTitle'][] = [{ code: 'C22B', zh: '金属的生产与精炼', en: 'Metals', parent: null }];

export const suggestions: Server['Suggestion'][] = [
  { kind: 'Word', text: '钒渣', note: 'vanadium slag', count: null },
  { kind: 'Applicant', text: '攀钢集团研究院有限公司', note: null, count: 1 },
];

export const items: Server['CatalogueItem'][] = [
  item,
  { ...item, id: 'patent:2', number: 'CN201920005678.X', titleZh: '钒电池用电解液储罐', titleEn: null, type: 'UtilityModel', status: 'ForSale', askingPrice: null, auction: null, applicants: ['攀钢集团研究院有限公司'] },
  { ...item, id: 'patent:3', number: 'CN113000001A', titleZh: null, titleEn: 'Titanium slag smelting furnace', status: 'NotListed', askingPrice: null, listing: null, auction: null, isDemo: false, filingDate: null },
  { ...item, id: 'patent:4', number: 'CN202030001111.6', titleZh: '钛合金手表表壳', type: 'Design', status: 'Sold', askingPrice: cny(86_000.5), ipc: [] },
];

export const patent: Server['PatentView'] = {
  id: item.id,
  version: 9,
  abilities: [],
  applicationNumber: 'CN202110001234.5',
  number: item.number,
  isProvisional: false,
  titleZh: item.titleZh,
  titleEn: item.titleEn,
  abstractZh: '本发明公开了一种从钒钛磁铁矿中提取五氧化二钒的方法，先钠化焙烧，再水浸。',
  abstractEn: null,
  applicants: item.applicants,
  inventors: ['张三', '李四'],
  holders: item.applicants,
  legalEvents: [{ date: '2022-05-10', text: '授权', source: 'CNIPA' }],
  ipc: item.ipc,
  type: 'Invention',
  legalStatus: '授权',
  filingDate: '2021-01-04',
  publications: [
    { number: 'CN112700001A', kind: 'A', date: '2021-04-23' },
    { number: 'CN112700001B', kind: 'B', date: '2022-05-10' },
  ],
  family: [
    { tie: 'Priority', office: 'US', number: '201161550506', kind: 'P', date: '2011-10-24', patent: null },
    { tie: 'Member', office: 'CN', number: '102828036', kind: 'B', date: null, patent: 'CN102828036B' },
  ],
  isDemo: true,
  status: 'InAuction',
  listing: { id: 'listing:01JLIST', status: 'InAuction', askingPrice: cny(1_200_000), patents: 1 },
  auction: { id: 'auction:01JROOM', status: 'Open', opensAt: '2026-11-26T01:00:00Z', closesAt: '2026-11-26T08:00:00Z' },
  history: [
    { at: '2026-11-01T02:00:00Z', kind: 'Published', text: '挂牌公告', by: 'Centre', party: null },
    { at: '2026-11-20T02:00:00Z', kind: 'EnteredAuction', text: '竞价公告', by: 'House', party: null },
  ],
};

export const listing: Server['ListingView'] = {
  id: 'listing:01JLIST',
  version: 5,
  abilities: [],
  status: 'Submitted',
  patent: item.id,
  patentNumber: item.number,
  title: item.titleZh ?? '',
  isDemo: true,
  seller: { id: 'party:01JSELLER', name: '攀枝花学院', status: 'Verified' },
  offer: { askingPrice: cny(1_200_000), description: '已在攀枝花两条产线实施三年。\n无质押、无许可。', terms: '全部权利一次性转让，价款一次付清。', mode: 'Sale' },
  gate: { mode: 'Sale', isOpen: true, refusals: [], notices: [] },
  suspensionReasons: [],
  returnReasons: [],
  route: ['Handler', 'Reviewer'],
  steps: [],
  waitsFor: 'Handler',
  dutyNote: null,
  publishedAt: null,
  auction: null,
  isInside: false,
  patents: [
    {
      id: item.id,
      number: item.number,
      title: item.titleZh ?? '',
      isDemo: true,
      holders: ['攀枝花学院'],
      gate: { mode: 'Sale', isOpen: true, refusals: [], notices: [] },
    },
  ],
  patentsMax: 20,
  wanting: [],
};

export const listingSummary: Server['ListingSummary'] = {
  id: listing.id,
  status: 'Submitted',
  mode: 'Sale',
  patentNumber: item.number,
  title: listing.title,
  isDemo: true,
  sellerName: '攀枝花学院',
  askingPrice: cny(1_200_000),
  priceWay: 'Asking',
  priceForm: 'LumpSum',
  changedAt: '2026-11-18T06:20:00Z',
  waitsFor: 'Handler',
  abilities: [],
  patents: 1,
};

export const savedSearches: Server['SavedSearchesView'] = {
  version: 2,
  abilities: ['save'],
  max: 50,
  items: [
    {
      number: 1,
      name: '钒渣',
      alerts: true,
      question: { q: '钒渣', type: ['Invention'], status: [], priceMin: 100_000_000, priceMax: null, ipc: ['C22B 34/22'], applicant: null, holder: [], year: [2012, 2013] },
    },
  ],
};

export const synonyms: Server['SynonymsView'] = {
  version: 3,
  abilities: ['set'],
  isOwn: true,
  changedAt: '2026-03-18T01:00:00Z',
  changedBy: '陈经办',
  groups: [
    { kind: 'Term', terms: ['二氧化钛', '钛白粉', 'TiO2'] },
    { kind: 'Name', terms: ['东北大学', '东北工学院'] },
  ],
};
