import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';

const TONES: Record<Server['OnboardingStatus'], Tone> = {
  Draft: 'quiet',
  Submitted: 'blue',
  ToBeSupplemented: 'amber',
  Verified: 'green',
  Suspended: 'red',
  Closed: 'quiet',
};

export function PartyMark({ status }: { status: Server['OnboardingStatus'] }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[status]}>{t(`parties.status.${status}`)}</Mark>;
}
