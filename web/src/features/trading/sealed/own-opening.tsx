import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Room } from '../room/api.ts';
import { openOwnBid } from './api.ts';
import { readOwnKey } from './own-key.ts';
import classes from './sealed.module.css';

/** Opens my own bid with the key I saved. */
export function OwnOpening({ room }: { room: Room }) {
  const { t } = useTranslation();
  const [isWrong, setWrong] = useState(false);
  const command = useCommand((key: string, commandId) => openOwnBid(room.id, key, commandId), { done: t('sealed.ownOpened') });
  const take = async (file: File | undefined) => {
    if (!file) return;
    const key = readOwnKey(await file.text(), room.id);
    setWrong(key === undefined);
    if (key !== undefined) command.mutate(key);
  };
  return (
    <div className={classes.panel}>
      <h3>{t('sealed.own')}</h3>
      <p className={classes.note}>{t('sealed.ownHint')}</p>
      <label htmlFor="own-key-file">{t('sealed.ownFile')}</label>
      <input
        id="own-key-file"
        type="file"
        accept=".json,application/json"
        disabled={command.isPending}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <div role="alert">{isWrong && <p className={`${classes.state} ${classes.bad}`}>{t('sealed.ownWrong')}</p>}</div>
    </div>
  );
}
