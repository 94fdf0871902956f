import type { Server } from '@/shared/api/types.ts';
import { patent } from './catalogue.ts';

const open = (mode: Server['ListingMode']): Server['ModeView'] => ({ mode, isOpen: true, refusals: [], notices: [] });

export const pledged: Server['GateFindingView'] = {
  rule: 'PLEDGED',
  text: '专利权已出质（Y2026980000001），未经质权人同意不得转让或者许可他人使用。',
  statute: '民法典',
  article: '第四百四十四条第二款',
  statuteVersion: '2020-05-28',
  isToBeVerified: false,
  cure: '提交质权人的书面同意，或者登记质押注销。',
  isAPaper: true,
  encumbrance: 1,
  source: null,
  since: null,
};

export const modes: Server['PatentModes'] = {
  id: patent.id,
  version: patent.version,
  modes: [
    { mode: 'Sale', isOpen: false, refusals: [pledged], notices: [] },
    open('ExclusiveLicence'),
    open('SoleLicence'),
    open('OrdinaryLicence'),
    open('OpenLicence'),
    open('EquityContribution'),
    open('PledgeRealisation'),
  ],
};

export const encumbrances: Server['PatentEncumbrances'] = {
  id: patent.id,
  version: patent.version,
  abilities: [],
  encumbrances: [
    {
      number: 1,
      kind: 'Pledge',
      name: '质押',
      isInForce: true,
      reference: 'Y2026980000001',
      others: ['攀枝花某银行'],
      from: '2026-01-05',
      until: null,
      modes: [],
      basis: { source: '专利公报', document: null, seenOn: '2026-01-09' },
      recordedAt: '2026-01-10T02:00:00Z',
      endedAt: null,
      ending: null,
      endedOn: null,
      endBasis: null,
      abilities: [],
    },
  ],
  consents: [],
};
