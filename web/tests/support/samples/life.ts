import type { Server } from '@/shared/api/types.ts';
import { cny, item } from './catalogue.ts';

const law: Server['RuleSourceView'] = { text: '专利法第四十二条（自申请日起二十年）', isSure: true };
const table: Server['RuleSourceView'] = { text: '年费标准', isSure: false };

const next: Server['FeeYearView'] = {
  year: 6,
  standing: 'InGrace',
  dueOn: '2026-01-05',
  graceEndsOn: '2026-07-06',
  full: cny(1_200),
  payable: cny(180),
  reductionPercent: 85,
  surcharge: cny(120),
  grace: [
    { month: 1, from: '2026-01-05', until: '2026-02-04', percent: 0, surcharge: cny(0) },
    { month: 2, from: '2026-02-05', until: '2026-03-04', percent: 5, surcharge: cny(60) },
  ],
  payment: null,
};

/** Granted to two holders, pledged, one fee late. */
export const life: Server['LifeView'] = {
  id: item.id,
  version: 9,
  abilities: [],
  on: '2026-03-20',
  state: 'Granted',
  since: '2022-05-10',
  by: 'GR01 授予专利权',
  marks: ['Pledged'],
  term: { filedOn: '2021-01-04', years: 20, endsOn: '2041-01-04', daysLeft: 5_404, isChanged: false, source: law },
  fees: {
    next,
    nextThreeYears: cny(5_200),
    years: [
      { ...next, year: 5, standing: 'Paid', dueOn: '2025-01-06', grace: [], surcharge: cny(0), payment: { paidOn: '2024-12-20', amount: cny(180), source: '缴费收据', fact: 3 } },
      next,
    ],
    reductions: [{ percent: 85, fromYear: 2, toYear: 11, source: '减缴证明', seenOn: null, fact: 4 }],
    restorations: [],
    sources: [table],
  },
  holders: item.applicants,
  ownership: {
    shares: [
      { holder: item.applicants[0] ?? '', basisPoints: 6_000 },
      { holder: item.applicants[1] ?? '', basisPoints: 4_000 },
    ],
    mandates: [{ from: item.applicants[1] ?? '', to: item.applicants[0] ?? '', scope: 'Sale', until: '2030-01-01' }],
    source: '共有协议',
    seenOn: '2024-01-02',
    fact: 5,
  },
  timeline: [
    { date: '2021-04-23', kind: 'Publication', code: null, text: 'CN112700001A', effect: 'Published', source: null, note: null, termEndsOn: null, fits: true, fact: null },
    { date: '2022-05-10', kind: 'Event', code: 'GR01', text: '授予专利权', effect: 'Granted', source: '公报', note: null, termEndsOn: null, fits: true, fact: 1 },
    { date: '2023-06-01', kind: 'Event', code: 'RJ01', text: '公布后驳回', effect: 'Refused', source: '公报', note: null, termEndsOn: null, fits: false, fact: 2 },
  ],
  isWatched: false,
};

export const codes: Server['LegalCodesView'] = {
  source: 'INPADOC',
  codes: [
    { code: 'CF01', effect: 'FeeLapsed', zh: '未缴年费，专利权终止', en: 'Patent lapsed, annual fee not paid' },
    { code: 'GR01', effect: 'Granted', zh: '授予专利权', en: 'Patent granted' },
  ],
};

const patent: Server['PatentBrief'] = { id: item.id, number: item.number, titleZh: item.titleZh, titleEn: item.titleEn };

export const notices: Server['NoticesView'] = {
  version: 3,
  items: [
    { pos: 42, at: '2026-03-19T01:00:00Z', kind: 'FeeDue', patents: [patent], text: '第 6 年年费的滞纳期将于 2026-07-06 届满，尚无缴费记录', dueOn: '2026-07-06', search: null, isUnread: true },
    { pos: 40, at: '2026-03-18T01:00:00Z', kind: 'Change', patents: [patent], text: '法律事件：TR01 专利权转移 2026-03-18', dueOn: null, search: null, isUnread: false },
    { pos: 38, at: '2026-03-17T01:00:00Z', kind: 'SearchHit', patents: [patent], text: '保存的检索“钒渣”有 1 件新的匹配专利', dueOn: null, search: 1, isUnread: false },
  ],
  total: 2,
  next: null,
  unread: 1,
  watched: [patent],
};
