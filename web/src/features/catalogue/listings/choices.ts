import type { Server } from '@/shared/api/types.ts';

export type PriceWay = NonNullable<Server['PriceWay']>;
export type PriceForm = NonNullable<Server['PriceForm']>;
export type Due = Server['InstalmentDue'];

export const WAYS = ['Asking', 'Negotiated', 'Bidding'] as const satisfies readonly PriceWay[];
export const FORMS = ['LumpSum', 'Instalments', 'Royalty', 'EntryFeeAndRoyalty'] as const satisfies readonly PriceForm[];
export const DUES = ['Contract', 'HandOver', 'Registration', 'Acceptance', 'Day', 'OtherEvent'] as const satisfies readonly Due[];
export const BASES = ['Sales', 'Profit', 'AddedOutput', 'UnitsMade'] as const satisfies readonly Server['RoyaltyBase'][];
export const PAYERS = ['Seller', 'Buyer', 'Half'] as const satisfies readonly Server['FeePayer'][];
export const TERRITORIES = ['National', 'Provinces', 'Other'] as const satisfies readonly Server['Territory'][];
export const STARTS = ['Contract', 'Filing', 'Day'] as const satisfies readonly Server['LicenceStart'][];
export const IMPROVERS = ['Maker', 'Licensor', 'Licensee', 'Jointly'] as const satisfies readonly Server['ImprovementOwner'][];
export const REALISATIONS = ['Agreement', 'SelfSaleClause'] as const satisfies readonly Server['RealisationBasis'][];
export const SUBJECTS = [
  'Patent', 'PatentApplication', 'PatentWithKnowHow', 'BundleWithEquipmentOrService', 'PatentPortfolio',
] as const satisfies readonly Server['SubjectKind'][];

/** What know-how without a patent is offered as: an open licence and a pledge are a patent's (专利法50, 民法典440). */
export const KNOW_HOW_MODES = [
  'Sale', 'ExclusiveLicence', 'SoleLicence', 'OrdinaryLicence', 'EquityContribution',
] as const satisfies readonly Server['ListingMode'][];

/** No register speaks of know-how: nothing begins or falls due with an entry in it. */
export const startsOf = (isKnowHow: boolean): readonly Server['LicenceStart'][] =>
  isKnowHow ? STARTS.filter((start) => start !== 'Filing') : STARTS;
export const duesOf = (isKnowHow: boolean): readonly Due[] => (isKnowHow ? DUES.filter((due) => due !== 'Registration') : DUES);

/** The provinces where a Chinese patent is in force, by GB/T 2260. */
export const PROVINCES = [
  '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45',
  '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65',
] as const;

export const isRoyalty = (form: PriceForm | undefined): boolean => form === 'Royalty' || form === 'EntryFeeAndRoyalty';

export const isLicence = (mode: Server['ListingMode']): boolean =>
  mode === 'ExclusiveLicence' || mode === 'SoleLicence' || mode === 'OrdinaryLicence';

/**
 * Ways a mode's price may come about: an open licence names its fee, a contribution has none, only a sale is bid for,
 * and of know-how not even that.
 */
export const waysOf = (mode: Server['ListingMode'], isKnowHow = false): readonly PriceWay[] => {
  if (mode === 'OpenLicence') return ['Asking'];
  return mode === 'Sale' && !isKnowHow ? WAYS : WAYS.filter((way) => way !== 'Bidding');
};

/** What may be paid how: bidding and a pledge's realisation are for one total. */
export const formsOf = (mode: Server['ListingMode'], way: PriceWay | undefined): readonly PriceForm[] =>
  way === 'Bidding' || mode === 'PledgeRealisation' ? FORMS.filter((form) => !isRoyalty(form)) : FORMS;
