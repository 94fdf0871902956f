import { Alert, Button, Checkbox, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';
import { formatMinute } from '@/shared/format/dates.ts';
import { declareTitle, type TitlePack } from './api.ts';
import classes from './papers.module.css';

const DEFECTS_CHARS_MAX = 4_000;

/** The declaration as it was made: when, by whom, in which words. */
export function Declared({ declaration }: { declaration: TitlePack['declaration'] }) {
  const { t } = useTranslation();
  if (declaration.declaredAt === null) return null;
  return (
    <li className={classes.document}>
      <span>{t('catalogue.papers.declared', { at: formatMinute(declaration.declaredAt), by: declaration.declaredBy ?? '' })}</span>
      <span className={classes.lines}>{t('catalogue.papers.defectsAre', { defects: declaration.defects ?? '' })}</span>
    </li>
  );
}

/** Reads the standard text, says what defects are known, and declares it. */
export function DeclareButton({ listing, declaration }: { listing: string; declaration: TitlePack['declaration'] }) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [hasRead, setRead] = useState(false);
  const [defects, setDefects] = useState('');
  const close = () => {
    setOpen(false);
    setRead(false);
    command.reset();
  };
  const command = useCommand(
    (text: string, commandId) => declareTitle(listing, { textVersion: declaration.textVersion, defects: text }, commandId),
    { quiet: true, done: t('catalogue.papers.declarationMade'), onDone: close },
  );
  const label = t(declaration.declaredAt === null ? 'catalogue.papers.declare' : 'catalogue.papers.declareAgain');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{label}</Button>
      {isOpen && (
        <Modal
          open
          title={t('catalogue.papers.declarationTitle')}
          okText={t('catalogue.papers.declare')}
          cancelText={t('kernel.act.cancel')}
          okButtonProps={{ disabled: !hasRead || defects.trim() === '', loading: command.isPending }}
          onOk={() => command.mutate(defects.trim())}
          onCancel={close}
        >
          <div role="alert">{command.isError && <Alert type="error" showIcon title={problemText(command.error)} />}</div>
          <p className={classes.standard}>{declaration.text}</p>
          <label htmlFor={id}>{t('catalogue.papers.defects')}</label>
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={DEFECTS_CHARS_MAX}
            value={defects}
            onChange={(event) => setDefects(event.target.value)}
          />
          <p className={classes.small}>{t('catalogue.papers.defectsHint')}</p>
          <Checkbox checked={hasRead} onChange={(event) => setRead(event.target.checked)}>{t('catalogue.papers.hasRead')}</Checkbox>
        </Modal>
      )}
    </>
  );
}
