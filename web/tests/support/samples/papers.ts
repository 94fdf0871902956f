import type { Server } from '@/shared/api/types.ts';

const item: Server['TitleItemView'] = {
  kind: 'RegisterExtract',
  name: '专利登记簿副本',
  due: 'Required',
  state: 'Given',
  reason: '证明现在的权利人和法律状态。',
  source: '本中心规则；专利法第十条',
  isUnsure: true,
  maxAgeDays: 30,
  freshFrom: '2026-10-27',
  asksIssueDay: true,
  documents: [1],
  isSubmitted: true,
  verdict: null,
  remark: '',
  patent: null,
};

/** As the handler meets it: two items brought, one of the two not judged yet. */
export const pack: Server['TitlePackView'] = {
  id: 'listing:01JLIST',
  version: 5,
  abilities: ['judge', 'review'],
  items: [
    item,
    { ...item, kind: 'FeeReceipts', name: '缴费凭证', isUnsure: false, maxAgeDays: null, freshFrom: null, asksIssueDay: false, documents: [2], verdict: 'Wrong', remark: '缺少2026年度' },
    { ...item, kind: 'DefectStatement', name: '权属与瑕疵声明', isUnsure: false, maxAgeDays: null, freshFrom: null, asksIssueDay: false, documents: [], verdict: 'InOrder' },
    { ...item, kind: 'PledgeeConsent', name: '质权人同意书', due: 'NotApplicable', state: 'NotGiven', reason: '没有登记的质押。', maxAgeDays: null, freshFrom: null, asksIssueDay: false, documents: [], isSubmitted: false },
  ],
  declaration: {
    textVersion: '2026-1',
    text: '转让方声明并保证……',
    defects: '无',
    declaredAt: '2026-11-20T02:00:00Z',
    declaredBy: '王经办',
  },
  isChecked: true,
  proposedReasons: ['缴费凭证：缺少2026年度'],
};

/** As its seller meets it while it is with him. */
export const mine: Server['TitlePackView'] = {
  ...pack,
  abilities: ['declare'],
  items: [
    { ...item, state: 'Missing', documents: [], isSubmitted: false },
    { ...item, kind: 'DefectStatement', name: '权属与瑕疵声明', state: 'Missing', maxAgeDays: null, freshFrom: null, asksIssueDay: false, documents: [], isSubmitted: false },
    { ...item, kind: 'FeeReceipts', name: '缴费凭证', maxAgeDays: null, freshFrom: null, asksIssueDay: false, documents: [2], isSubmitted: false },
    { ...item, kind: 'FiledAppraisal', name: '评估报告及备案表', due: 'Optional', state: 'NotGiven', maxAgeDays: null, freshFrom: null, documents: [], isSubmitted: false },
  ],
  declaration: { ...pack.declaration, defects: null, declaredAt: null, declaredBy: null },
  isChecked: false,
  proposedReasons: [],
};

const document: Server['ListingDocumentView'] = {
  number: 1,
  kind: 'RegisterExtract',
  visibility: 'Inside',
  name: '登记簿副本.pdf',
  mediaType: 'application/pdf',
  bytes: 204_800,
  issuedOn: '2026-11-02',
  addedAt: '2026-11-18T02:00:00Z',
  sha256: 'a'.repeat(64),
  href: '/api/listings/listing:01JLIST/documents/1/file',
  patent: null,
};

export const documents: Server['ListingDocumentsView'] = {
  id: 'listing:01JLIST',
  version: 5,
  abilities: [],
  items: [
    document,
    { ...document, number: 2, kind: 'FeeReceipts', name: '缴费.pdf', issuedOn: null, href: '/api/listings/listing:01JLIST/documents/2/file' },
    { ...document, number: 3, kind: 'Photo', visibility: 'Public', name: '窑炉.png', mediaType: 'image/png', issuedOn: null, href: '/api/listings/listing:01JLIST/documents/3/file' },
  ],
  documentsMax: 40,
  fileBytesMax: 20_971_520,
  bytesMax: 104_857_600,
  bytesUsed: 614_400,
};
