import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { type Party, passParty } from './api.ts';

export function SubmitParty({ party }: { party: Party }) {
  const { t } = useTranslation();
  if (!allows(party, 'submit')) return null;
  return (
    <ActButton
      primary
      label={t('parties.organisation.submit')}
      explain={
        party.missing.length > 0
          ? t('parties.organisation.missing', {
              items: party.missing.map((item) => t(`parties.item.${item}`)).join(t('kernel.list.separator')),
            })
          : t('parties.organisation.submitText')
      }
      done={t('parties.organisation.submitted')}
      act={(_, commandId) => passParty(party.id, 'submit', commandId)}
    />
  );
}
