import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { formatPercent } from '@/shared/format/percent.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import type { Offer } from '../api.ts';
import { isRoyalty } from '../choices.ts';
import classes from '../listings.module.css';

type Price = Server['PriceTerms'];
type Stage = Server['Instalment'];

interface BriefProps {
  askingPrice: Server['Money'] | null;
  way?: Server['PriceWay'] | null;
  form?: Server['PriceForm'] | null;
  mode?: Server['ListingMode'] | null;
}

/** The price in a line: an amount, or in a word why there is none. */
export function PriceBrief({ askingPrice, way, form, mode }: BriefProps) {
  const { t } = useTranslation();
  if (askingPrice) return <Amount fen={askingPrice.fen} />;
  if (mode === 'EquityContribution') return <>{t('catalogue.terms.byShares')}</>;
  if (form && isRoyalty(form)) return <>{t(`catalogue.terms.forms.${form}`)}</>;
  return <>{way === 'Bidding' ? t('catalogue.terms.ways.Bidding') : t('catalogue.card.negotiable')}</>;
}

/** Price and payment, fact by fact. */
export function PriceShown({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const price = offer.modeTerms?.price;
  if (!price) return null;
  const { startPrice, entryFee, instalments = [], royalty } = price;
  const [way, form] = [price.way ?? 'Asking', price.form ?? 'LumpSum'];
  return (
    <>
      <Facts
        facts={[
          [t('catalogue.terms.way'), t(`catalogue.terms.ways.${way}`)],
          [t('catalogue.terms.form'), t(`catalogue.terms.forms.${form}`)],
          ...(offer.askingPrice ? [[t('catalogue.card.price'), <Amount key="p" fen={offer.askingPrice.fen} />] as const] : []),
          ...(startPrice ? [[t('catalogue.terms.startPrice'), <Amount key="s" fen={startPrice.fen} />] as const] : []),
          ...(entryFee ? [[t('catalogue.terms.entryFee'), <Amount key="e" fen={entryFee.fen} />] as const] : []),
          ...(royalty ? [[t('catalogue.terms.royalty'), <RoyaltyText key="r" royalty={royalty} />] as const] : []),
          ...(royalty?.minimumPerYear ? [[t('catalogue.terms.minimum'), <Amount key="m" fen={royalty.minimumPerYear.fen} />] as const] : []),
          ...(royalty?.hasAudit ? [[t('catalogue.terms.accounts'), t('catalogue.terms.audit')] as const] : []),
        ]}
      />
      {instalments.length > 0 && <Stages stages={instalments} />}
    </>
  );
}

export function RoyaltyText({ royalty }: { royalty: NonNullable<Price['royalty']> }) {
  const { t } = useTranslation();
  const { base = 'Sales', ratesBp = [], perUnit, unit = '' } = royalty;
  const counted = t(`catalogue.terms.bases.${base}`);
  if (perUnit) return <>{counted} · <Amount fen={perUnit.fen} /> / {unit}</>;
  const rates = ratesBp.map((rate) => `${formatPercent(rate)}%`);
  return <>{counted} · {rates.length > 1 ? t('catalogue.terms.ratesByYear', { rates: rates.join(' → ') }) : rates[0]}</>;
}

export function Stages({ stages }: { stages: readonly Stage[] }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.plan} aria-label={t('catalogue.terms.stages')}>
      {stages.map((stage, index) => (
        <li key={index}>
          <span>{stage.due === 'Day' ? stage.dueOn : stage.due === 'OtherEvent' ? stage.event : t(`catalogue.terms.dues.${stage.due ?? 'Contract'}`)}</span>
          {stage.amount ? <Amount fen={stage.amount.fen} /> : <span className="figures">{formatPercent(stage.shareBp ?? 0)}%</span>}
        </li>
      ))}
    </ol>
  );
}
