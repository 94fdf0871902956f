import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatPercent } from '@/shared/format/percent.ts';
import { paths } from '@/shared/paths.ts';
import type { Offer } from '../listings/api.ts';
import { PriceBrief, PriceShown } from '../listings/shown/price-shown.tsx';
import { hasTerms, TermsShown } from '../listings/shown/terms-shown.tsx';
import listingClasses from '../listings/listings.module.css';
import { MarketMark, PatentTitle } from '../search/patent-card.tsx';
import { SHARES } from '../technology/choices.ts';
import { isLevel } from '../technology/technology-shown.tsx';
import type { Patent } from './api.ts';
import classes from './patents.module.css';

/** A patent and what is offered of it; null where nothing is, or nothing everybody may see. */
export interface Compared {
  patent: Patent;
  offer: Offer | null;
}

type Line = readonly [name: string, of: (one: Compared) => ReactNode];

/** Patents side by side, one fact a line: the patent, what is offered, its figures. Figures nobody states are left out. */
export function CompareTable({ compared }: { compared: readonly Compared[] }) {
  const { t } = useTranslation();
  const lines = [...usePatentLines(), ...useOfferLines(), ...useFigureLines().filter(([, of]) => compared.some((one) => of(one)))];
  return (
    <div className={classes.compare} tabIndex={0} role="region" aria-label={t('catalogue.compare.title')}>
      <table>
        <thead>
          <tr>
            <td />
            {compared.map(({ patent }) => (
              <th key={patent.id} scope="col"><Link to={paths.patent(patent.number)}><PatentTitle patent={patent} /></Link></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, of]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {compared.map((one) => <td key={one.patent.id}>{of(one) || '—'}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function usePatentLines(): Line[] {
  const { t } = useTranslation();
  const join = (values: readonly string[]) => values.join(t('kernel.list.separator'));
  return [
    [t('catalogue.column.number'), ({ patent }) => <span className="figures">{patent.number}</span>],
    [t('catalogue.column.type'), ({ patent }) => patent.type && t(`catalogue.type.${patent.type}`)],
    [t('catalogue.column.status'), ({ patent }) => <MarketMark status={patent.status} />],
    [t('catalogue.card.applicant'), ({ patent }) => join(patent.applicants)],
    [t('catalogue.compare.inventors'), ({ patent }) => join(patent.inventors)],
    [t('catalogue.facet.ipc'), ({ patent }) => join(patent.ipc)],
    [t('catalogue.column.filed'), ({ patent }) => patent.filingDate],
    [t('catalogue.compare.legalStatus'), ({ patent }) => patent.legalStatus],
  ];
}

function useOfferLines(): Line[] {
  const { t } = useTranslation();
  return [
    [t('catalogue.gate.choose'), ({ offer }) => offer && t(`catalogue.mode.${offer.mode ?? 'Sale'}`)],
    [t('catalogue.card.price'), ({ offer }) => offer && <Price offer={offer} />],
    [
      t('catalogue.compare.terms'),
      ({ offer }) =>
        offer && (hasTerms(offer) || offer.terms) && (
          <>
            <TermsShown offer={offer} />
            {offer.terms && <span className={listingClasses.lines}>{offer.terms}</span>}
          </>
        ),
    ],
  ];
}

const Price = ({ offer }: { offer: Offer }) =>
  offer.modeTerms?.price ? <PriceShown offer={offer} /> : <PriceBrief askingPrice={offer.askingPrice} mode={offer.mode ?? null} />;

function useFigureLines(): Line[] {
  const { t } = useTranslation();
  const between = t('kernel.list.separator');
  return [
    [
      t('catalogue.technology.fields'),
      ({ offer }) => offer?.technology?.fields?.map((field) => t(`catalogue.technology.field.${field}`)).join(between),
    ],
    [
      t('catalogue.technology.routes'),
      ({ offer }) => offer?.technology?.routes?.map((route) => t(`catalogue.technology.route.${route}`)).join(between),
    ],
    ...SHARES.map((name): Line => [
      t(`catalogue.technology.figure.${name}`),
      ({ offer }) => offer?.technology?.[name] && <span className="figures">{formatPercent(offer.technology[name])}%</span>,
    ]),
    [
      t('catalogue.technology.figure.capacityTonnes'),
      ({ offer }) =>
        offer?.technology?.capacityTonnes &&
        t('catalogue.technology.perYear', { amount: offer.technology.capacityTonnes.toLocaleString('en') }),
    ],
    [
      t('catalogue.technology.figure.maturity'),
      ({ offer }) => {
        const level = offer?.technology?.maturity;
        return isLevel(level) && t(`catalogue.technology.maturities.${level}`);
      },
    ],
  ];
}
