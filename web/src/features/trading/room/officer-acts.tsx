import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { officerAct, type Room } from './api.ts';
import classes from './room.module.css';

const ACTS = ['suspend', 'resume', 'cancel'] as const;

/** Suspend, resume, cancel: for whom the server allows it, each with a reason that everybody reads. */
export function OfficerActs({ room }: { room: Room }) {
  const { t } = useTranslation();
  const acts = ACTS.filter((candidate) => allows(room, candidate));
  if (acts.length === 0) return null;
  return (
    <div className={classes.officer}>
      <span>{t('trading.officer.title')}</span>
      {acts.map((act) => (
        <ActButton
          key={act}
          label={t(`trading.officer.${act}`)}
          explain={t(`trading.officer.explain.${act}`)}
          asks={t('trading.officer.reason')}
          done={t('trading.officer.done')}
          danger={act === 'cancel'}
          act={(reason, commandId) => officerAct(room.id, act, reason, commandId)}
        />
      ))}
    </div>
  );
}
