import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { allows } from '@/shared/session/session.ts';
import { officerAct, type Room } from './api.ts';
import classes from './room.module.css';

const ACTS = ['suspend', 'resume', 'cancel'] as const;
type Act = (typeof ACTS)[number];

/** Suspend, resume, cancel: for whom the server allows it, each with a reason that everybody reads. */
export function OfficerActs({ room }: { room: Room }) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const [reason, setReason] = useState('');
  const close = () => {
    setAct(null);
    setReason('');
  };
  const command = useCommand(
    (wish: { act: Act; reason: string }, commandId) => officerAct(room.id, wish.act, wish.reason, commandId),
    { done: t('trading.officer.done'), onDone: close },
  );
  const acts = ACTS.filter((candidate) => allows(room, candidate));
  if (acts.length === 0) return null;
  return (
    <div className={classes.officer}>
      <span>{t('trading.officer.title')}</span>
      {acts.map((candidate) => (
        <Button key={candidate} danger={candidate === 'cancel'} onClick={() => setAct(candidate)}>
          {t(`trading.officer.${candidate}`)}
        </Button>
      ))}
      {act && (
        <Modal
          open
          title={t(`trading.officer.${act}`)}
          okText={t(`trading.officer.${act}`)}
          cancelText={t('kernel.act.cancel')}
          okButtonProps={{ disabled: reason.trim() === '', danger: act === 'cancel', loading: command.isPending }}
          onOk={() => command.mutate({ act, reason: reason.trim() })}
          onCancel={close}
        >
          <label htmlFor="officer-reason">{t('trading.officer.reason')}</label>
          <Input.TextArea
            id="officer-reason"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Modal>
      )}
    </div>
  );
}
