import { useTranslation } from 'react-i18next';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { officerAct, type Room } from './api.ts';
import { RecordPreemption } from './record-preemption.tsx';
import classes from './room.module.css';

const ACTS = ['suspend', 'resume', 'cancel'] as const;

/** Suspend, resume, cancel, each with a reason that everybody reads, and for the seller another proposal. */
export function OfficerActs({ room }: { room: Room }) {
  const { t } = useTranslation();
  const acts = ACTS.filter((candidate) => allows(room, candidate));
  return (
    <div className={classes.officer}>
      <span>{t('trading.officer.title')}</span>
      {allows(room, 'propose') && <ButtonLink to={paths.proposeAgain(room.id)}>{t('trading.draft.again')}</ButtonLink>}
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
      {allows(room, 'record-preemption') && <RecordPreemption room={room} />}
    </div>
  );
}
