import type { Server } from '@/shared/api/types.ts';

/** Kinds an organisation may be, several at once; a natural person is always that one. */
export const ORGANISATION_KINDS = [
  'Enterprise',
  'Research',
  'PublicInstitution',
  'Investor',
  'Bank',
  'Guarantor',
  'Insurer',
  'Appraiser',
  'TechnologyBroker',
  'AuctionHouse',
  'Court',
  'Office',
  'Organiser',
] as const satisfies readonly Server['PartyKind'][];

/** What a party may be besides, with evidence: other rules of sale hold for it. */
export const FACTS = ['StateOwned', 'PublicResearch', 'Foreign'] as const satisfies readonly Server['PartyFactKind'][];

/** How an affiliate stands to the party. */
export const RELATIONS = ['Controller', 'Controlled', 'SameGroup'] as const satisfies readonly Server['AffiliateRelation'][];

/** What the centre may ask to be supplemented. */
export const ITEMS = [
  'Name',
  'CreditCode',
  'IdNumber',
  'Licence',
  'LegalRepresentative',
  'Mobile',
  'BankAccount',
  'InvoiceData',
  'Affiliates',
  'Facts',
  'Agreements',
  'PowerOfAttorney',
  'Other',
] as const satisfies readonly Server['PartyItem'][];

/** Where an onboarding may stand, as the desk goes through them. */
export const STATUSES = [
  'Submitted',
  'ToBeSupplemented',
  'Verified',
  'Suspended',
  'Draft',
  'Closed',
] as const satisfies readonly Server['OnboardingStatus'][];
