import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '@/shared/ui/facts.tsx';
import { useSay } from '@/shared/ui/messages.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { saveFile } from '@/shared/ui/save-file.ts';
import { fingerprintOf } from './crypto/envelope.ts';
import { type HolderPair, makePair, restorePair } from './crypto/holder-keys.ts';
import { keepPair, usePair } from './key-store.ts';
import { Limit } from './limit.tsx';
import classes from './sealed.module.css';
import '@/shared/i18n/sealed.ts';

const PASSWORD_CHARS_MIN = 12;

/** The key pair of a holder: made here, kept here, its private part never sent anywhere. */
export function HolderPage() {
  const { t } = useTranslation();
  const [pair, setPair] = usePair();
  const keep = async (made: HolderPair) => {
    await keepPair(made);
    setPair(made);
  };
  return (
    <Page title={t('sealed.holder.title')} lead={t('sealed.holder.lead')} narrow>
      {pair && (
        <Section title={t('sealed.holder.own')}>
          <Own pair={pair} />
        </Section>
      )}
      {pair !== undefined && (
        <>
          <Section title={t(pair ? 'sealed.holder.makeAnother' : 'sealed.holder.make')}>
            <Make isAnother={pair !== null} onMade={keep} />
          </Section>
          <Section title={t('sealed.holder.restore')}>
            <Restore onRestored={keep} />
          </Section>
        </>
      )}
      <Limit />
    </Page>
  );
}

function Own({ pair: { point } }: { pair: HolderPair }) {
  const { t } = useTranslation();
  const say = useSay();
  const copy = async () => {
    await navigator.clipboard.writeText(point);
    say('done', t('sealed.holder.copied'));
  };
  return (
    <div className={classes.panel}>
      <p>{t('sealed.holder.publish')}</p>
      <p className={`${classes.point} figures`} data-testid="holder-point">{point}</p>
      <p><Button onClick={() => void copy()}>{t('sealed.holder.copy')}</Button></p>
      <Facts facts={[[t('sealed.holder.fingerprint'), <span key="f" className={`${classes.digest} figures`}>{fingerprintOf(point)}</span>]]} />
      <p className={classes.note}>{t('sealed.holder.compare')}</p>
    </div>
  );
}

function Make({ isAnother, onMade }: { isAnother: boolean; onMade: (pair: HolderPair) => Promise<void> }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isShort = password.length < PASSWORD_CHARS_MIN;
  const make = async () => {
    setBusy(true);
    const { pair, backup } = await makePair(password);
    saveFile(new Blob([`${JSON.stringify(backup, null, 2)}\n`], { type: 'application/json' }), `holder-${fingerprintOf(pair.point).slice(0, 8)}.json`);
    await onMade(pair);
    setPassword('');
    setBusy(false);
  };
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isShort) void make();
      }}
    >
      <p className={classes.note}>{t(isAnother ? 'sealed.holder.replaces' : 'sealed.holder.makeHint')}</p>
      <label htmlFor="holder-password">{t('sealed.holder.password', { min: PASSWORD_CHARS_MIN })}</label>
      <Input type="password" id="holder-password" value={password} autoComplete="new-password" onChange={(event) => setPassword(event.target.value)} />
      <Button htmlType="submit" type={isAnother ? 'default' : 'primary'} size="large" loading={isBusy} disabled={isShort}>
        {t('sealed.holder.makeAct')}
      </Button>
    </form>
  );
}

function Restore({ onRestored }: { onRestored: (pair: HolderPair) => Promise<void> }) {
  const { t } = useTranslation();
  const say = useSay();
  const [password, setPassword] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const restore = async (from: File) => {
    const pair = await restorePair(await from.text(), password);
    if (!pair) return say('failed', t('sealed.holder.notRestored'));
    await onRestored(pair);
    setPassword('');
    say('done', t('sealed.holder.restored'));
  };
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        if (file) void restore(file);
      }}
    >
      <label htmlFor="holder-backup">{t('sealed.holder.backup')}</label>
      <input id="holder-backup" type="file" accept=".json,application/json" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      <label htmlFor="restore-password">{t('sealed.holder.backupPassword')}</label>
      <Input type="password" id="restore-password" value={password} autoComplete="current-password" onChange={(event) => setPassword(event.target.value)} />
      <Button htmlType="submit" disabled={!file || password === ''}>{t('sealed.holder.restoreAct')}</Button>
    </form>
  );
}
