import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { formatPercent } from '@/shared/format/percent.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { RoyaltyText, Stages } from '../shown/price-shown.tsx';

/** What two sides agreed upon, in its own form. */
export function AgreedShown({ agreed }: { agreed: Server['DealTerms'] }) {
  const { t } = useTranslation();
  const { total, price, equity } = agreed;
  const { entryFee, royalty, instalments = [] } = price ?? {};
  return (
    <>
      <Facts
        facts={[
          ...(price ? [[t('catalogue.terms.form'), t(`catalogue.terms.forms.${price.form ?? 'LumpSum'}`)] as const] : []),
          ...(total ? [[t('catalogue.deal.total'), <Amount key="t" fen={total.fen} />] as const] : []),
          ...(entryFee ? [[t('catalogue.terms.entryFee'), <Amount key="e" fen={entryFee.fen} />] as const] : []),
          ...(royalty ? [[t('catalogue.terms.royalty'), <RoyaltyText key="r" royalty={royalty} />] as const] : []),
          ...(royalty?.minimumPerYear ? [[t('catalogue.terms.minimum'), <Amount key="m" fen={royalty.minimumPerYear.fen} />] as const] : []),
          ...(equity
            ? [
                [t('catalogue.deal.company'), equity.company] as const,
                [t('catalogue.deal.share'), `${formatPercent(equity.shareBp ?? 0)}%`] as const,
                [t('catalogue.terms.valuation'), equity.valuation && <Amount key="v" fen={equity.valuation.fen} />] as const,
              ]
            : []),
        ]}
      />
      {instalments.length > 0 && <Stages stages={instalments} />}
    </>
  );
}
