import { useTranslation } from 'react-i18next';
import { Facts } from '@/shared/ui/facts.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { ModeFindings } from '../../encumbrances/modes-panel.tsx';
import { TechnologyShown } from '../../technology/technology-shown.tsx';
import type { Listing } from '../api.ts';
import classes from '../listings.module.css';
import { PriceBrief, PriceShown } from './price-shown.tsx';
import { hasTerms, TermsShown } from './terms-shown.tsx';

/** Everything that is offered, as whoever may see the listing reads it. */
export function OfferShown({ listing: { offer, seller, gate } }: { listing: Listing }) {
  const { t } = useTranslation();
  const { subject, modeTerms, technology, mode = 'Sale' } = offer;
  const lines = (text: string | undefined) => text && <span className={classes.lines}>{text}</span>;
  return (
    <>
      <Section title={t('catalogue.listing.offer')}>
        <Facts
          facts={[
            [t('catalogue.gate.choose'), t(`catalogue.mode.${mode}`)],
            [t('catalogue.listing.seller'), seller.name],
            ...(subject ? [[t('catalogue.subject.title'), t(`catalogue.subject.${subject.kind ?? 'Patent'}`)] as const] : []),
            ...(subject?.knowHow ? [[t(subject.kind === 'KnowHow' ? 'catalogue.knowHow.scope' : 'catalogue.subject.knowHow'), lines(subject.knowHow)] as const] : []),
            ...(subject?.bundle ? [[t('catalogue.subject.bundle'), lines(subject.bundle)] as const] : []),
            ...(modeTerms?.price ? [] : [[t('catalogue.card.price'), <PriceBrief key="p" askingPrice={offer.askingPrice} mode={mode} />] as const]),
            [t('catalogue.listing.description'), lines(offer.description)],
          ]}
        />
        {gate && <ModeFindings mode={{ ...gate, refusals: [] }} />}
      </Section>
      {modeTerms?.price && <Section title={t('catalogue.terms.price')}><PriceShown offer={offer} /></Section>}
      {(hasTerms(offer) || offer.terms) && (
        <Section title={t(`catalogue.terms.titles.${mode}`)}>
          <TermsShown offer={offer} />
          {offer.terms && <Facts facts={[[t('catalogue.listing.terms'), lines(offer.terms)]]} />}
        </Section>
      )}
      {technology && <Section title={t('catalogue.technology.title')}><TechnologyShown technology={technology} /></Section>}
    </>
  );
}
