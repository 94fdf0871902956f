import type { Server } from '@/shared/api/types.ts';

export const centre: Server['Centre'] = {
  name: '钒钛专利交易中心',
  nameEn: 'Vanadium-Titanium Patent Exchange',
  code: 'VTI',
  address: '四川省攀枝花市东区三线大道北段 1 号',
  isDemo: true,
  custodyAccount: '6222 0000 0000 1234 567（钒钛专利交易中心监管专户）',
};

const person = (displayName: string, abilities: string[], centreRoles: Server['CentreRole'][] = []): Server['Me'] => ({
  user: 'user:01JME',
  displayName,
  parties: [],
  invitations: [],
  party: null,
  centreRoles,
  abilities,
});

/** Signed in, no party yet. */
export const newcomer = person('王小明', ['register-party']);
/** Acts for a verified enterprise. */
export const bidder: Server['Me'] = {
  ...person('李经办', ['act-for-party', 'register-party', 'record-patents']),
  parties: [{ party: 'party:01JBUYER', name: '攀枝花钒业科技有限公司', role: 'Representative' }],
  party: 'party:01JBUYER',
};
export const handler = person('陈经办', ['see-review-desk'], ['Handler']);
export const cashier = person('周出纳', ['see-cashier-desk'], ['Cashier']);
export const administrator = person('管理员', ['manage-users', 'set-approval-routes'], ['Administrator', 'Approver']);

export const party: Server['PartyView'] = {
  id: 'party:01JBUYER',
  version: 7,
  abilities: ['edit', 'submit', 'members'],
  isNaturalPerson: false,
  kinds: ['Enterprise', 'Research'],
  status: 'ToBeSupplemented',
  suspension: null,
  name: '攀枝花钒业科技有限公司',
  creditCode: '91510400MA62100001',
  idNumber: null,
  legalRepresentative: '李立',
  licenceSha256: 'a'.repeat(64),
  mobile: '13800000001',
  mail: 'li@example.test',
  accountNumber: '6222000000000001',
  bank: '中国工商银行攀枝花分行',
  suspensionReason: null,
  invoice: { kind: 'Special', address: '攀枝花市东区 1 号', telephone: '0812-3330000', mail: null },
  facts: [],
  affiliates: [{ relation: 'Controller', name: '钒业控股有限公司', creditCode: '91510400MA62100028' }],
  scans: [
    { item: 'Licence', sha256: 'a'.repeat(64), href: `/api/documents/${'a'.repeat(64)}?party=party%3A01JBUYER` },
    { item: 'PowerOfAttorney', sha256: 'b'.repeat(64), href: `/api/documents/${'b'.repeat(64)}?party=party%3A01JBUYER` },
  ],
  waitsFor: null,
  submittedAt: null,
  verifiedUntil: null,
  closedAt: null,
  erasedAt: null,
  returned: [{ item: 'Licence', reason: '扫描件模糊，请重新上传原件彩色扫描。' }],
  agreements: [
    { name: 'trading', version: '2026-1', title: '交易规则', text: '出价一经接受即具约束力。', accepted: true },
    { name: 'privacy', version: '2026-1', title: '个人信息处理规则', text: '仅为办理交易而处理。', accepted: false },
  ],
  members: [
    { user: 'user:01JME', name: '李经办', email: 'li@example.test', role: 'Representative', powerSha256: null, expiresAt: null, accepted: true },
    { user: 'user:01JAG', name: '赵代办', email: 'zhao@example.test', role: 'Agent', powerSha256: 'b'.repeat(64), expiresAt: '2027-06-30T15:59:59Z', accepted: true },
  ],
  route: ['Handler', 'Reviewer'],
  steps: [{ role: 'Handler', name: '陈经办', at: '2026-11-20T02:00:00Z' }],
  missing: ['Agreements'],
};

export const partySummary: Server['PartySummary'] = {
  id: party.id,
  name: party.name ?? '',
  isNaturalPerson: false,
  kinds: party.kinds,
  status: 'Submitted',
  submittedAt: '2026-11-19T08:30:00Z',
  abilities: [],
  waitsFor: 'Handler',
};

const account = (id: string, displayName: string, roles: Server['CentreRole'][], disabledAt: string | null = null): Server['UserResource'] => ({
  id,
  email: `${id.slice(5).toLowerCase()}@example.test`,
  displayName,
  origin: 'Invited',
  roles,
  disabledAt,
  version: 2,
  abilities: disabledAt ? [] : ['grant', 'revoke', 'disable'],
});

export const users = [
  account('user:01JCHEN', '陈经办', ['Handler']),
  account('user:01JZHOU', '周出纳', ['Cashier']),
  account('user:01JWU', '吴复核', ['Reviewer'], '2026-11-01T00:00:00Z'),
];

export const routes: Server['RoutesView'] = {
  version: 3,
  abilities: ['edit'],
  deputies: [],
  routes: [
    { kind: 'Onboarding', steps: ['Handler', 'Reviewer'], minimum: 2 },
    { kind: 'Listing', steps: ['Handler', 'Reviewer'], minimum: 2 },
    { kind: 'Auction', steps: ['Handler', 'Reviewer', 'Approver'], minimum: 2 },
  ],
};
