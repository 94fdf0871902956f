import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { formatPercent } from '@/shared/format/percent.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import type { Offer } from '../api.ts';
import classes from '../listings.module.css';
import { EquitySteps } from './equity-steps.tsx';

type Fact = readonly [string, ReactNode];

const lines = (text: string | undefined): ReactNode => text && <span className={classes.lines}>{text}</span>;

/** Whether the offer has terms of its mode beside the price. */
export const hasTerms = ({ modeTerms }: Offer): boolean =>
  Boolean(modeTerms?.sale ?? modeTerms?.licence ?? modeTerms?.openLicence ?? modeTerms?.equity ?? modeTerms?.pledge);

/** The terms that belong to the mode, fact by fact. */
export function TermsShown({ offer: { modeTerms: terms, subject } }: { offer: Offer }) {
  const isKnowHow = subject?.kind === 'KnowHow';
  if (terms?.sale) return <SaleShown sale={terms.sale} isKnowHow={isKnowHow} />;
  if (terms?.licence) return <LicenceShown licence={terms.licence} isKnowHow={isKnowHow} />;
  if (terms?.openLicence) return <OpenShown open={terms.openLicence} />;
  if (terms?.equity) return <EquityShown equity={terms.equity} />;
  return terms?.pledge ? <PledgeShown pledge={terms.pledge} /> : null;
}

function SaleShown({ sale, isKnowHow }: { sale: Server['SaleTerms']; isKnowHow: boolean }) {
  const { t } = useTranslation();
  const { hasDocuments, hasKnowHow, transitionMonths = 0, transition, annualFees = 'Seller', registrationFee = 'Buyer' } = sale;
  const parts = [hasDocuments && t('catalogue.terms.documents'), hasKnowHow && t('catalogue.terms.knowHow')].filter(Boolean);
  const facts: Fact[] = [
    [t('catalogue.terms.included'), parts.join(t('kernel.list.separator')) || t(isKnowHow ? 'catalogue.terms.none' : 'catalogue.terms.rightOnly')],
    [t('catalogue.terms.transitionMonths'), transitionMonths > 0 ? t('catalogue.terms.months', { count: transitionMonths }) : t('catalogue.terms.none')],
    ...(transition ? [[t('catalogue.terms.transition'), lines(transition)] as const] : []),
    ...(isKnowHow ? [] : [
      [t('catalogue.terms.annualFees'), t(`catalogue.terms.payers.${annualFees}`)] as const,
      [t('catalogue.terms.registrationFee'), t(`catalogue.terms.payers.${registrationFee}`)] as const,
    ]),
  ];
  return <Facts facts={facts} />;
}

function LicenceShown({ licence, isKnowHow }: { licence: Server['LicenceTerms']; isKnowHow: boolean }) {
  const { t } = useTranslation();
  const { territory = 'National', provinces = [], territoryText, fieldOfUse, start = 'Contract', startsOn, years } = licence;
  const where =
    territory === 'Provinces'
      ? provinces.map((code) => t(`catalogue.province.${code}` as 'catalogue.province.51')).join(t('kernel.list.separator'))
      : territory === 'Other' ? territoryText : t('catalogue.terms.territories.National');
  const facts: Fact[] = [
    [t('catalogue.terms.territory'), where],
    [t('catalogue.terms.fieldOfUse'), fieldOfUse ? lines(fieldOfUse) : t('catalogue.terms.everyField')],
    [t('catalogue.terms.start'), startsOn ?? t(`catalogue.terms.starts.${start}`)],
    [t('catalogue.terms.span'), years ? t('catalogue.terms.yearsLong', { count: years }) : t(isKnowHow ? 'catalogue.knowHow.span' : 'catalogue.terms.spans.right')],
    [t('catalogue.terms.sublicence'), t(licence.maySublicense ? 'catalogue.terms.may' : 'catalogue.terms.mayNot')],
    [t('catalogue.terms.improvements'), t(`catalogue.terms.improvers.${licence.improvements ?? 'Maker'}`)],
    [t('catalogue.terms.assistance'), licence.assistance ? lines(licence.assistance) : t('catalogue.terms.none')],
  ];
  return <Facts facts={facts} />;
}

function OpenShown({ open }: { open: Server['OpenLicenceTerms'] }) {
  const { t } = useTranslation();
  const facts: Fact[] = [
    [t('catalogue.terms.feeStandard'), lines(open.feeStandard)],
    [t('catalogue.terms.openUntil'), open.until ?? t('catalogue.terms.spans.right')],
    [t('catalogue.terms.statement'), lines(open.statement)],
    ...(open.evaluationReport ? [[t('catalogue.terms.evaluation'), open.evaluationReport] as const] : []),
  ];
  return <><p className={classes.lead}>{t('catalogue.terms.openText')}</p><Facts facts={facts} /></>;
}

function EquityShown({ equity }: { equity: Server['EquityTerms'] }) {
  const { t } = useTranslation();
  const facts: Fact[] = [
    ...(equity.company ? [[t('catalogue.terms.company'), equity.company] as const] : []),
    ...(equity.sought ? [[t('catalogue.terms.sought'), lines(equity.sought)] as const] : []),
    [t('catalogue.terms.equityShare'), `${formatPercent(equity.shareBp ?? 0)}%`],
    [t('catalogue.terms.valuation'), equity.valuation && <Amount key="v" fen={equity.valuation.fen} />],
    [t('catalogue.terms.valuationBasis'), lines(equity.valuationBasis)],
  ];
  return <><Facts facts={facts} /><EquitySteps /></>;
}

function PledgeShown({ pledge }: { pledge: Server['PledgeTerms'] }) {
  const { t } = useTranslation();
  const facts: Fact[] = [
    [t('catalogue.terms.pledgee'), pledge.pledgee],
    [t('catalogue.terms.realisation'), t(`catalogue.terms.realisations.${pledge.basis ?? 'Agreement'}`)],
    [t('catalogue.terms.realisationDocument'), pledge.document],
    [t('catalogue.terms.claim'), pledge.claim && <Amount key="c" fen={pledge.claim.fen} />],
  ];
  return <><Facts facts={facts} /><p className={classes.lead}>{t('catalogue.terms.surplusHint')}</p></>;
}
