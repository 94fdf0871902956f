import { expect, it } from 'vitest';
import { duesOf, startsOf, waysOf } from '../choices.ts';
import { agreedOf, areAmounts, type Fields, offerOf } from './fields.ts';
import { fieldsOf } from './initial.ts';

const stage = { due: 'Contract', shareBp: 5000, amount: 300 } as const;
const priced = (way: 'Asking' | 'Negotiated' | 'Bidding'): Fields => ({
  description: '一种提钒方法',
  askingPrice: 600,
  price: { way, form: 'Instalments', by: 'amount', instalments: [stage, stage] },
});

it.each([
  ['Asking', 'amount', true],
  ['Asking', 'share', false],
  ['Negotiated', 'amount', false],
  ['Bidding', 'amount', false],
  [undefined, 'amount', false],
] as const)('divides a price that is %s by %s into amounts: %s', (way, by, expected) => {
  expect(areAmounts(way, by)).toBe(expected);
});

it.each(['Negotiated', 'Bidding'] as const)('sends shares, never nothing, while the price is %s', (way) => {
  const sent = offerOf(priced(way), 'Sale').modeTerms?.price?.instalments?.[0];
  expect(sent).toMatchObject({ shareBp: 5000, amount: null });
});

it('sends the amounts of a price that is named', () => {
  const sent = offerOf(priced('Asking'), 'Sale').modeTerms?.price?.instalments?.[0];
  expect(sent).toMatchObject({ shareBp: null, amount: { fen: 300, currency: 'CNY' } });
});

const royalty = { base: 'Sales', ratesBp: [300], perUnit: 5, unit: '吨', minimumPerYear: 900 } as const;
const paid = (form: NonNullable<Fields['price']>['form']) => ({
  askingPrice: 600,
  price: { way: 'Negotiated', form, by: 'amount', instalments: [stage, stage], entryFee: 100, royalty: { ...royalty, ratesBp: [300] } },
}) satisfies Partial<Fields>;

it.each([
  ['LumpSum', { total: { fen: 600 }, price: { way: 'Asking', instalments: [], entryFee: null, royalty: null } }],
  ['Instalments', { total: { fen: 600 }, price: { instalments: [{ amount: { fen: 300 }, shareBp: null }, { amount: { fen: 300 } }] } }],
  ['Royalty', { total: null, price: { way: 'Asking', entryFee: null, royalty: { ratesBp: [300], perUnit: null, minimumPerYear: { fen: 900 } } } }],
  ['EntryFeeAndRoyalty', { total: null, price: { entryFee: { fen: 100 }, royalty: { ratesBp: [300] } } }],
] as const)('records what was agreed as %s, and nothing of another form', (form, expected) => {
  expect(agreedOf(paid(form), 'SoleLicence')).toMatchObject(expected);
});

it('records shares of a contribution and nothing of an open licence, whose fee is declared', () => {
  const equity = { company: '攀枝花钒电池有限公司', sought: '', shareBp: 2000, valuation: 300, valuationBasis: '评估报告' };
  expect(agreedOf({ ...paid('LumpSum'), equity }, 'EquityContribution')).toEqual({
    total: null, price: null, equity: { ...equity, valuation: { fen: 300, currency: 'CNY' } },
  });
  expect(agreedOf(paid('LumpSum'), 'OpenLicence')).toBeNull();
});

it.each([
  ['Sale', true],
  ['ExclusiveLicence', false],
  ['SoleLicence', false],
  ['OrdinaryLicence', false],
  ['OpenLicence', false],
  ['PledgeRealisation', false],
] as const)('offers bidding for %s: %s', (mode, isOffered) => {
  expect(waysOf(mode).includes('Bidding')).toBe(isOffered);
});

it('opens a draft of a licence by bidding as one to be negotiated, and leaves a sale by bidding alone', () => {
  const draft = { askingPrice: null, description: '', terms: '', modeTerms: { price: { way: 'Bidding' } } } as const;
  expect(fieldsOf({ ...draft, mode: 'SoleLicence' }).price?.way).toBe('Negotiated');
  expect(fieldsOf({ ...draft, mode: 'Sale' }).price?.way).toBe('Bidding');
});

it('sends of know-how its public name and what its seller vouches for, and of a patent neither', () => {
  const subject = { kind: 'KnowHow', title: ' 钛渣酸解 ', knowHow: '酸解工序', bundle: 'x', isTextPublic: true } as const;
  expect(offerOf({ description: '', subject }, 'Sale').subject).toEqual({
    kind: 'KnowHow', title: '钛渣酸解', knowHow: '酸解工序', bundle: '', isTextPublic: true,
  });
  expect(offerOf({ description: '', subject: { ...subject, kind: 'Patent' } }, 'Sale').subject).not.toHaveProperty('title');
});

it('offers of know-how no bidding and nothing that waits for a register', () => {
  expect(waysOf('Sale', true)).toEqual(['Asking', 'Negotiated']);
  expect(startsOf(true)).not.toContain('Filing');
  expect(duesOf(true)).not.toContain('Registration');
  expect([startsOf(false).length, duesOf(false).length]).toEqual([startsOf(true).length + 1, duesOf(true).length + 1]);
});
