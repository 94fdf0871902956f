import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';

const TONES: Record<Server['ListingState'], Tone> = {
  Draft: 'quiet',
  Submitted: 'blue',
  Handled: 'blue',
  Published: 'green',
  InAuction: 'red',
  Sold: 'green',
  Withdrawn: 'quiet',
  Returned: 'amber',
  Suspended: 'red',
  ContractDue: 'amber',
};

export function ListingMark({ status }: { status: Server['ListingState'] }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[status]}>{t(`catalogue.listing.status.${status}`)}</Mark>;
}
