import { Alert, Input, Modal, Switch } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problems.ts';
import classes from './saved-searches.module.css';

const NAME_CHARS_MAX = 60;

interface SearchDialogProps {
  title: string;
  name: string;
  alerts: boolean;
  question: ReactNode;
  isPending: boolean;
  error: unknown;
  onSave: (name: string, alerts: boolean) => void;
  onCancel: () => void;
}

/** A saved search's name and whether it alerts; what was refused is said in it. */
export function SearchDialog(props: SearchDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(props.name.slice(0, NAME_CHARS_MAX));
  const [alerts, setAlerts] = useState(props.alerts);
  const [field, label] = [useId(), useId()];
  return (
    <Modal
      open
      title={props.title}
      okText={t('kernel.act.save')}
      cancelText={t('kernel.act.cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: props.isPending }}
      onOk={() => props.onSave(name.trim(), alerts)}
      onCancel={props.onCancel}
    >
      <div className={classes.dialog}>
        <p className={classes.question}>{props.question}</p>
        <div role="alert">
          {props.error !== null && props.error !== undefined && <Alert type="error" showIcon title={problemText(props.error)} />}
        </div>
        <div>
          <label htmlFor={field}>{t('catalogue.saved.name')}</label>
          <Input id={field} maxLength={NAME_CHARS_MAX} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div className={classes.alerts}>
          <Switch aria-labelledby={label} checked={alerts} onChange={setAlerts} />
          <span id={label}>{t('catalogue.saved.alerts')}</span>
        </div>
        <p className={classes.hint}>{t('catalogue.saved.alertsHint')}</p>
      </div>
    </Modal>
  );
}
