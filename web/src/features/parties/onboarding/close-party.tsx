import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { closeParty, type Party } from './api.ts';

/** Ends a party for good: at its own wish, or by the centre, which says why. */
export function CloseParty({ party, byCentre = false }: { party: Party; byCentre?: boolean }) {
  const { t } = useTranslation();
  if (!allows(party, 'close')) return null;
  return (
    <ActButton
      danger
      label={t('parties.close.act')}
      explain={t('parties.close.explain')}
      {...(byCentre ? { asks: t('parties.review.reason') } : {})}
      done={t('parties.close.done')}
      act={(reason, commandId) => closeParty(party.id, byCentre ? reason : null, commandId)}
    />
  );
}
