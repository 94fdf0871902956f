import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';

const TONES: Record<Server['PeriodPhase'], Tone> = {
  None: 'quiet',
  Running: 'green',
  Stopped: 'red',
  SellersChoice: 'amber',
  ContractDue: 'amber',
  AuctionDue: 'amber',
  Open: 'green',
  Negotiating: 'amber',
};

export function PeriodMark({ phase }: { phase: Server['PeriodPhase'] }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[phase]}>{t(`catalogue.period.phase.${phase}`)}</Mark>;
}
