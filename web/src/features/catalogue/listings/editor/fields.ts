import type { Refused } from '@/shared/api/problems.ts';
import type { Server } from '@/shared/api/types.ts';
import type { Mode } from '../../encumbrances/api.ts';
import type { Offer } from '../api.ts';
import { type Due, isLicence, isRoyalty, type PriceForm, type PriceWay } from '../choices.ts';

type Terms = NonNullable<Offer['modeTerms']>;
type Money = Server['Money'];

interface StageFields {
  due: Due;
  dueOn?: string;
  event?: string;
  shareBp?: number | null;
  amount?: number | null;
}

/** The form, its paths those of the server's own refusals; amounts in fen, rates in basis points. */
export interface Fields {
  description: string;
  terms?: string;
  askingPrice?: number | null;
  subject?: { kind?: Server['SubjectKind']; knowHow?: string; bundle?: string; title?: string; isTextPublic?: boolean };
  price?: {
    way: PriceWay;
    form: PriceForm;
    startPrice?: number | null;
    /** Whether the stages are shares or amounts. */
    by?: 'share' | 'amount';
    instalments?: StageFields[];
    entryFee?: number | null;
    royalty?: {
      base: Server['RoyaltyBase'];
      ratesBp?: number[] | null;
      perUnit?: number | null;
      unit?: string;
      minimumPerYear?: number | null;
      hasAudit?: boolean;
    };
  };
  sale?: Server['SaleTerms'];
  licence?: Omit<Server['LicenceTerms'], 'years'> & { until: 'years' | 'right'; years?: string };
  openLicence?: Server['OpenLicenceTerms'];
  equity?: Omit<Server['EquityTerms'], 'valuation'> & { valuation?: number | null };
  pledge?: Omit<Server['PledgeTerms'], 'claim'> & { claim?: number | null };
  technology?: {
    fields?: Server['VtiField'][];
    routes?: Server['ProcessRoute'][];
    titaniumDioxide?: number | null;
    vanadiumPentoxide?: number | null;
    slagGrade?: number | null;
    capacityTonnes?: string;
    maturity?: string;
  };
}

const money = (fen: number | null | undefined): Money | null =>
  fen === null || fen === undefined ? null : { fen, currency: 'CNY' };
const day = (text: string | null | undefined): string | null => text?.trim() || null;
const count = (text: string | undefined): number | null => (text && /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null);

/** Whether the stages are amounts: only a named price can be divided into them. */
export const areAmounts = (way: PriceWay | undefined, by: 'share' | 'amount' | undefined): boolean =>
  way === 'Asking' && by === 'amount';

function priceOf(price: NonNullable<Fields['price']>): Server['PriceTerms'] {
  const { way, form, startPrice, by, instalments, entryFee, royalty } = price;
  const isAmount = areAmounts(way, by);
  return {
    way,
    form,
    startPrice: way === 'Bidding' ? money(startPrice) : null,
    instalments:
      form === 'Instalments'
        ? (instalments ?? []).map((stage) => ({
            due: stage.due,
            dueOn: stage.due === 'Day' ? day(stage.dueOn) : null,
            event: stage.due === 'OtherEvent' ? (stage.event ?? '') : '',
            shareBp: isAmount ? null : (stage.shareBp ?? null),
            amount: isAmount ? money(stage.amount) : null,
          }))
        : [],
    entryFee: form === 'EntryFeeAndRoyalty' ? money(entryFee) : null,
    royalty:
      isRoyalty(form) && royalty
        ? {
            base: royalty.base,
            ratesBp: royalty.base === 'UnitsMade' ? [] : (royalty.ratesBp ?? []),
            perUnit: royalty.base === 'UnitsMade' ? money(royalty.perUnit) : null,
            unit: royalty.base === 'UnitsMade' ? (royalty.unit ?? '') : '',
            minimumPerYear: money(royalty.minimumPerYear),
            hasAudit: royalty.hasAudit ?? false,
          }
        : null,
  };
}

function termsOf(fields: Fields, mode: Mode): Terms {
  const { price, sale, licence, openLicence, equity, pledge } = fields;
  return {
    price: price && mode !== 'EquityContribution' ? priceOf(price) : null,
    sale: mode === 'Sale' && sale ? { ...sale, transitionMonths: Number(sale.transitionMonths ?? 0) || 0 } : null,
    licence:
      isLicence(mode) && licence
        ? {
            territory: licence.territory ?? 'National',
            provinces: licence.territory === 'Provinces' ? (licence.provinces ?? []) : [],
            territoryText: licence.territory === 'Other' ? (licence.territoryText ?? '') : '',
            fieldOfUse: licence.fieldOfUse ?? '',
            start: licence.start ?? 'Contract',
            startsOn: licence.start === 'Day' ? day(licence.startsOn) : null,
            years: licence.until === 'years' ? (count(licence.years) ?? 0) : null,
            maySublicense: licence.maySublicense ?? false,
            improvements: licence.improvements ?? 'Maker',
            assistance: licence.assistance ?? '',
          }
        : null,
    openLicence: mode === 'OpenLicence' && openLicence ? { ...openLicence, until: day(openLicence.until) } : null,
    equity: mode === 'EquityContribution' && equity ? { ...equity, shareBp: equity.shareBp ?? 0, valuation: money(equity.valuation) } : null,
    pledge: mode === 'PledgeRealisation' && pledge ? { ...pledge, claim: money(pledge.claim) } : null,
  };
}

function technologyOf(technology: Fields['technology']): Server['TechnicalFacts'] | null {
  if (!technology) return null;
  const { fields, routes, titaniumDioxide, vanadiumPentoxide, slagGrade, capacityTonnes, maturity } = technology;
  return {
    fields: fields ?? [],
    routes: routes ?? [],
    titaniumDioxide: titaniumDioxide ?? null,
    vanadiumPentoxide: vanadiumPentoxide ?? null,
    slagGrade: slagGrade ?? null,
    capacityTonnes: count(capacityTonnes),
    maturity: count(maturity),
  };
}

/** Only know-how without a patent has a name of its own, and texts its seller vouches for. */
function subjectOf({ kind, knowHow = '', bundle = '', title = '', isTextPublic = false }: NonNullable<Fields['subject']>): Server['ListingSubject'] {
  return kind === 'KnowHow'
    ? { kind, knowHow, bundle: '', title: title.trim(), isTextPublic }
    : { ...(kind && { kind }), knowHow, bundle };
}

export const offerOf = (fields: Fields, mode: Mode): Offer => {
  const { price, subject } = fields;
  const isNamed = mode !== 'EquityContribution' && price?.way === 'Asking' && !isRoyalty(price.form);
  return {
    askingPrice: isNamed ? money(fields.askingPrice) : null,
    description: fields.description.trim(),
    terms: (fields.terms ?? '').trim(),
    mode,
    subject: subject?.kind ? subjectOf(subject) : null,
    modeTerms: termsOf(fields, mode),
    technology: technologyOf(fields.technology),
  };
};

/** What two sides agreed upon, in the mode's own form; an open licence is at its declared fee. */
export function agreedOf(fields: Pick<Fields, 'askingPrice' | 'price' | 'equity'>, mode: Mode): Server['DealTerms'] | null {
  const { askingPrice, price, equity } = fields;
  if (mode === 'OpenLicence') return null;
  if (mode === 'EquityContribution')
    return { total: null, price: null, equity: equity ? { ...equity, shareBp: equity.shareBp ?? 0, valuation: money(equity.valuation) } : null };
  return {
    total: price && !isRoyalty(price.form) ? money(askingPrice) : null,
    price: price ? priceOf({ ...price, way: 'Asking' }) : null,
    equity: null,
  };
}

/** The path of the field a refusal speaks of, `price.instalments[1].dueOn` → its name in the form; null = none. */
export function placeOf(error: Refused): (string | number)[] | null {
  const field = error.figure('field');
  if (typeof field !== 'string') return null;
  return field.split(/[.[\]]+/).filter(Boolean).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
