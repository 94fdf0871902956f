import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/shared/ui/choice.tsx';
import type { Mode } from '../../encumbrances/api.ts';
import { KNOW_HOW_MODES } from '../choices.ts';
import classes from '../listings.module.css';
import { TextItem } from './item.tsx';

interface KnowHowFieldsProps {
  mode: Mode;
  onMode: (mode: Mode) => void;
}

/** Know-how without a patent: what it is offered as and how it is called; its content is told nowhere. */
export function KnowHowFields({ mode, onMode }: KnowHowFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p role="note" className={classes.lead}>{t('catalogue.knowHow.lead')}</p>
      <Choice
        label={t('catalogue.gate.choose')}
        value={mode}
        options={KNOW_HOW_MODES.map((value) => ({ value, label: t(`catalogue.mode.${value}`) }))}
        onChange={(chosen) => onMode(KNOW_HOW_MODES.find((value) => value === chosen) ?? 'Sale')}
      />
      <Form.Item name={['subject', 'kind']} hidden><Input /></Form.Item>
      <TextItem name={['subject', 'title']} label={t('catalogue.knowHow.name')} extra={t('catalogue.knowHow.nameHint')} max={100} required />
      <TextItem name={['subject', 'knowHow']} label={t('catalogue.knowHow.scope')} extra={t('catalogue.subject.knowHowHint')} rows={2} />
    </>
  );
}

/** The seller vouches that nothing he wrote tells the secret (民法典868); due before the submission. */
export function PublicText() {
  const { t } = useTranslation();
  return (
    <Form.Item name={['subject', 'isTextPublic']} valuePropName="checked" extra={t('catalogue.knowHow.publicHint')}>
      <Checkbox>{t('catalogue.knowHow.public')}</Checkbox>
    </Form.Item>
  );
}

/** Whether the form at hand is about know-how without a patent. */
export const useIsKnowHow = (): boolean =>
  Form.useWatch<string | undefined>(['subject', 'kind'], Form.useFormInstance()) === 'KnowHow';
