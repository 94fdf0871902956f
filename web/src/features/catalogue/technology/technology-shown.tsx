import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { formatPercent } from '@/shared/format/percent.ts';
import { Facts } from '@/shared/ui/facts.tsx';
import { SHARES } from './choices.ts';

type Technology = Server['TechnicalFacts'];

/** Figures an offer states, as facts; those it does not state are left out. */
export function TechnologyShown({ technology }: { technology: Technology }) {
  const { t } = useTranslation();
  const { fields = [], routes = [], capacityTonnes, maturity } = technology;
  const between = t('kernel.list.separator');
  return (
    <Facts
      facts={[
        ...(fields.length > 0 ? [[t('catalogue.technology.fields'), fields.map((field) => t(`catalogue.technology.field.${field}`)).join(between)] as const] : []),
        ...(routes.length > 0 ? [[t('catalogue.technology.routes'), routes.map((route) => t(`catalogue.technology.route.${route}`)).join(between)] as const] : []),
        ...SHARES.flatMap((name) => (technology[name] ? [[t(`catalogue.technology.figure.${name}`), `${formatPercent(technology[name])}%`] as const] : [])),
        ...(capacityTonnes ? [[t('catalogue.technology.figure.capacityTonnes'), t('catalogue.technology.perYear', { amount: capacityTonnes.toLocaleString('en') })] as const] : []),
        ...(isLevel(maturity) ? [[t('catalogue.technology.figure.maturity'), t(`catalogue.technology.maturities.${maturity}`)] as const] : []),
      ]}
    />
  );
}

export const isLevel = (level: number | null | undefined): level is 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 =>
  typeof level === 'number' && level >= 1 && level <= 9;
