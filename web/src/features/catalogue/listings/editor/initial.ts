import type { Offer } from '../api.ts';
import { waysOf } from '../choices.ts';
import type { Fields } from './fields.ts';

const text = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

function priceOf({ askingPrice, mode = 'Sale', modeTerms, subject }: Offer): NonNullable<Fields['price']> {
  const price = modeTerms?.price;
  const stages = price?.instalments ?? [];
  const way = price?.way ?? (askingPrice ? 'Asking' : 'Negotiated');
  return {
    // A mode that is not bid for may have been drafted by bidding once.
    way: way === 'Bidding' && !waysOf(mode, subject?.kind === 'KnowHow').includes(way) ? 'Negotiated' : way,
    form: price?.form ?? 'LumpSum',
    startPrice: price?.startPrice?.fen ?? null,
    by: stages.some((stage) => stage.amount) ? 'amount' : 'share',
    instalments: stages.map((stage) => ({
      due: stage.due ?? 'Contract',
      dueOn: stage.dueOn ?? '',
      event: stage.event ?? '',
      shareBp: stage.shareBp ?? null,
      amount: stage.amount?.fen ?? null,
    })),
    entryFee: price?.entryFee?.fen ?? null,
    royalty: {
      base: price?.royalty?.base ?? 'Sales',
      ratesBp: price?.royalty?.ratesBp?.length ? price.royalty.ratesBp : null,
      perUnit: price?.royalty?.perUnit?.fen ?? null,
      unit: price?.royalty?.unit ?? '',
      minimumPerYear: price?.royalty?.minimumPerYear?.fen ?? null,
      hasAudit: price?.royalty?.hasAudit ?? true,
    },
  };
}

/** An offer as the form shows it; a new one begins with what is usual. */
export function fieldsOf(offer: Offer): Fields {
  const { modeTerms: terms, technology } = offer;
  const { licence, openLicence, equity, pledge } = terms ?? {};
  return {
    description: offer.description,
    terms: offer.terms,
    askingPrice: offer.askingPrice?.fen ?? null,
    subject: {
      ...(offer.subject?.kind && { kind: offer.subject.kind }),
      knowHow: offer.subject?.knowHow ?? '',
      bundle: offer.subject?.bundle ?? '',
      title: offer.subject?.title ?? '',
      isTextPublic: offer.subject?.isTextPublic ?? false,
    },
    price: priceOf(offer),
    sale: { hasDocuments: true, hasKnowHow: false, transitionMonths: 0, transition: '', annualFees: 'Seller', registrationFee: 'Buyer', ...terms?.sale },
    licence: {
      territory: 'National', provinces: [], territoryText: '', fieldOfUse: '', start: 'Contract', maySublicense: false,
      improvements: 'Maker', assistance: '', ...licence,
      startsOn: licence?.startsOn ?? '',
      until: licence && licence.years !== null ? 'years' : 'right',
      years: text(licence?.years),
    },
    openLicence: { feeStandard: '', statement: '', evaluationReport: '', ...openLicence, until: openLicence?.until ?? '' },
    equity: { company: '', sought: '', shareBp: 0, valuationBasis: '', ...equity, valuation: equity?.valuation?.fen ?? null },
    pledge: { pledgee: '', basis: 'Agreement', document: '', surplusToPledgor: false, ...pledge, claim: pledge?.claim?.fen ?? null },
    technology: {
      fields: technology?.fields ?? [],
      routes: technology?.routes ?? [],
      titaniumDioxide: technology?.titaniumDioxide ?? null,
      vanadiumPentoxide: technology?.vanadiumPentoxide ?? null,
      slagGrade: technology?.slagGrade ?? null,
      capacityTonnes: text(technology?.capacityTonnes),
      maturity: text(technology?.maturity),
    },
  };
}
