import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { type Life, retractLifeFact } from './api.ts';

/** Takes back what was recorded wrongly; the record and its end both stay in the history. */
export function Retract({ life, number, fact }: { life: Life; number: string; fact: number }) {
  const { t } = useTranslation();
  if (!allows(life, 'record-life')) return null;
  return (
    <ActButton
      label={t('catalogue.life.retract')}
      explain={t('catalogue.life.retractExplain', { fact })}
      asks={t('catalogue.life.retractReason')}
      done={t('catalogue.life.retracted')}
      danger
      act={(reason, commandId) => retractLifeFact(number, fact, reason, commandId)}
    />
  );
}
