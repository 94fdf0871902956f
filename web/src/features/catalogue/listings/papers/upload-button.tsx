import { Alert, Button, Modal, Progress } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';
import { dayOf } from '@/shared/format/days.ts';
import { DayInput } from '@/shared/ui/day-input.tsx';
import { addDocument, type Kind } from './api.ts';
import classes from './papers.module.css';

interface UploadButtonProps {
  listing: string;
  kind: Kind;
  label: string;
  /** Said to those who do not see which item the button stands at. */
  name: string;
  /** The patent it is about, in a listing of several. */
  patent?: string | null;
  isPublic?: boolean;
  /** Its day of issue is part of the upload. */
  asksDay?: boolean;
  /** The earliest day of issue taken; null = any. */
  freshFrom?: string | null;
  replaces?: number;
}

/** Chooses a file and sends it at once; asks for the day of issue first where that counts. */
export function UploadButton({ listing, kind, label, name, patent = null, isPublic = false, asksDay = false, freshFrom = null, replaces }: UploadButtonProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isAsking, setAsking] = useState(false);
  const [issued, setIssued] = useState('');
  const [percent, setPercent] = useState(0);
  const day = useId();
  const issuedOn = dayOf(issued);
  // A file says nothing as JSON; its name, size and day make one intent different from the next.
  const command = useCommand(
    ({ file }: { file: File; name: string; size: number; at: number; issuedOn: string | null }, commandId) =>
      addDocument(listing, { kind, patent, isPublic, issuedOn: asksDay ? issuedOn : null, replaces: replaces ?? null, file }, commandId, setPercent),
    {
      done: t('catalogue.papers.uploaded', { name }),
      quiet: asksDay,
      onDone: () => {
        setAsking(false);
        setIssued('');
      },
    },
  );
  const take = (file: File | undefined) => {
    if (!file) return;
    setPercent(0);
    command.mutate({ file, name: file.name, size: file.size, at: file.lastModified, issuedOn });
  };
  const close = () => {
    setAsking(false);
    command.reset();
  };
  const progress = command.isPending && (
    <Progress percent={percent} size="small" className={classes.progress ?? ''} aria-label={t('catalogue.papers.sending', { name })} />
  );
  return (
    <span className={classes.upload}>
      <input
        ref={input}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        className={classes.file}
        aria-label={t('catalogue.papers.fileOf', { name })}
        tabIndex={-1}
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button
        size="small"
        aria-label={t('catalogue.papers.labelled', { label, name })}
        loading={command.isPending}
        onClick={() => (asksDay ? setAsking(true) : input.current?.click())}
      >
        {label}
      </Button>
      {!isAsking && progress}
      {isAsking && (
        <Modal
          open
          title={t('catalogue.papers.labelled', { label, name })}
          okText={t('catalogue.papers.choose')}
          cancelText={t('kernel.act.cancel')}
          okButtonProps={{ disabled: issuedOn === null, loading: command.isPending }}
          onOk={() => input.current?.click()}
          onCancel={close}
        >
          <div role="alert">{command.isError && <Alert type="error" showIcon title={problemText(command.error)} />}</div>
          <label htmlFor={day}>{t('catalogue.papers.issuedOn')}</label>
          <DayInput id={day} value={issued} onChange={setIssued} />
          <p className={classes.small}>{freshFrom === null ? t('catalogue.papers.issuedAnyHint') : t('catalogue.papers.issuedHint', { from: freshFrom })}</p>
          {progress}
        </Modal>
      )}
    </span>
  );
}
