import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { Amount } from '@/shared/ui/amount.tsx';

/** The step, or how it follows the price. */
export function StepsText({ terms: { step, stepTable } }: { terms: Server['AuctionTerms'] }) {
  const { t } = useTranslation();
  if (!stepTable) return <Amount fen={step.fen} />;
  const { kind, tiers = [], permille = 0, roundTo } = stepTable;
  if (kind === 'Percent')
    return (
      <span className="figures">
        {t('trading.steps.percentText', { percent: permille / 10, unit: formatYuan(roundTo?.fen ?? 1) })}
      </span>
    );
  return (
    <span className="figures">
      {tiers.map(({ from, step: tierStep }, place) => {
        const next = tiers[place + 1];
        return (
          <span key={from.fen} style={{ display: 'block' }}>
            {next
              ? t('trading.steps.below', { price: formatYuan(next.from.fen), step: formatYuan(tierStep.fen) })
              : t('trading.steps.fromOn', { price: formatYuan(from.fen), step: formatYuan(tierStep.fen) })}
          </span>
        );
      })}
    </span>
  );
}
