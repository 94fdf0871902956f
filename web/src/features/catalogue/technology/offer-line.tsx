import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { formatPercent } from '@/shared/format/percent.ts';
import { SHARES } from './choices.ts';
import classes from './technology.module.css';

/** What is offered and the figures it states, in one line of a hit. */
export function OfferLine({ offer: { mode, technology, patents } }: { offer: Server['CatalogueOffer'] }) {
  const { t } = useTranslation();
  const figures = technology
    ? [
        ...SHARES.flatMap((name) => (technology[name] ? [`${t(`catalogue.technology.short.${name}`)} ${formatPercent(technology[name])}%`] : [])),
        ...(technology.capacityTonnes ? [t('catalogue.technology.perYear', { amount: technology.capacityTonnes.toLocaleString('en') })] : []),
        ...(technology.maturity ? [`TRL ${String(technology.maturity)}`] : []),
      ]
    : [];
  return (
    <span className={classes.line}>
      <span>{t(`catalogue.mode.${mode}`)}</span>
      {patents > 1 && <span>{t('catalogue.portfolio.inOne', { count: patents })}</span>}
      {figures.map((figure) => <span key={figure} className="figures">{figure}</span>)}
    </span>
  );
}
