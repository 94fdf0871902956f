import type { Server } from '../../../src/shared/api/types.ts';
import { listing } from './catalogue.ts';
import { bidder } from './people.ts';
import { intents, running } from './periods.ts';

export const royalty: Server['PriceTerms'] = { way: 'Asking', form: 'Royalty', royalty: { base: 'Sales', ratesBp: [300] } };

/** A published listing of the mode as a bidder reads it. */
export function offered(mode: Server['ListingMode'], terms: Server['ModeTerms']) {
  const offer = { ...listing.offer, askingPrice: null, mode, modeTerms: terms };
  return { 'GET /api/me': bidder, 'GET /api/listings/*': { ...listing, status: 'Published', waitsFor: null, offer } };
}

export const agreed: Server['PeriodView'] = {
  ...running, abilities: [], isAgreed: true, isRepeatable: false, takesOffers: false, isOpen: false,
};

/** Without a period: interest at any time. */
export const openFor: Server['PeriodView'] = { ...agreed, phase: 'Open', endsAt: null, workingDaysLeft: null, chosen: null, isOpen: true };

const line = { number: 1, partyName: '示例投资甲有限公司', price: null, filedAt: '2026-11-23T02:00:00Z', stands: true, isWithdrawn: false };

export const twoInterested: Server['IntentsView'] = {
  ...intents, count: 2, items: [{ ...line, proposal: '自用' }, { ...line, number: 2, partyName: '示例投资乙有限公司' }],
};
