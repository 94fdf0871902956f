import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { problemText, Refused } from '@/shared/api/problems.ts';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { recordPatent } from '../api.ts';
import classes from '../patents.module.css';
import { type Fields, formOf, placeOf } from './fields.ts';
import { PublicationFields } from './publication-fields.tsx';

const NUMBER_CHARS_MAX = 60;
const TEXT_CHARS_MAX = 200;
const ABSTRACT_CHARS_MAX = 4_000;

interface PatentFormProps {
  number: string;
  onRecorded: (number: string) => void;
}

/** A patent as its office has published it. What the server refuses is said at the field it is about. */
export function PatentForm({ number, onRecorded }: PatentFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const command = useCommand((body: Server['PatentForm'], commandId) => recordPatent(body, commandId), {
    quiet: true,
    done: t('catalogue.record.done'),
  });
  const save = (fields: Fields) => {
    const body = formOf(fields);
    command.mutate(body, {
      onSuccess: () => onRecorded(body.number),
      onError: (error) => {
        const place = error instanceof Refused ? placeOf(error, body) : null;
        if (place === null || !(error instanceof Refused)) return;
        const text = error.code === 'FACTS_MALFORMED' ? t('catalogue.record.malformed') : problemText(error);
        form.setFields([{ name: place, errors: [text] }]);
        form.scrollToField(place, { focus: true });
      },
    });
  };
  const required = { required: true, whitespace: true, message: t('parties.signIn.required') };
  const lines = (name: keyof Fields, label: string, extra: string) => (
    <Form.Item name={name} label={label} extra={extra}>
      <Input.TextArea rows={3} maxLength={2_000} />
    </Form.Item>
  );
  return (
    <Form<Fields>
      name="patent"
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{ number, publications: [] }}
      onFinish={save}
    >
      <div role="alert">{command.isError && <Whole error={command.error} body={command.variables} />}</div>
      <Form.Item name="number" label={t('catalogue.patent.number')} extra={t('catalogue.record.numberHint')} rules={[required]}>
        <Input maxLength={NUMBER_CHARS_MAX} autoComplete="off" className="figures" />
      </Form.Item>
      <Form.Item
        name="titleZh"
        label={t('catalogue.patent.titleZh')}
        dependencies={['titleEn']}
        rules={[({ getFieldValue }) => (getFieldValue('titleEn') ? {} : { ...required, message: t('catalogue.record.titleMissing') })]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="titleEn" label={t('catalogue.patent.titleEn')}><Input maxLength={500} lang="en" /></Form.Item>
      <Form.Item name="abstractZh" label={t('catalogue.record.abstractZh')} extra={t('catalogue.record.abstractHint')}>
        <Input.TextArea rows={4} maxLength={ABSTRACT_CHARS_MAX} lang="zh-CN" />
      </Form.Item>
      <Form.Item name="abstractEn" label={t('catalogue.record.abstractEn')}>
        <Input.TextArea rows={4} maxLength={ABSTRACT_CHARS_MAX} lang="en" />
      </Form.Item>
      {lines('applicants', t('catalogue.card.applicant'), t('catalogue.record.applicantsHint'))}
      {lines('inventors', t('catalogue.patent.inventors'), t('catalogue.record.linesHint'))}
      {lines('ipc', t('catalogue.patent.ipc'), t('catalogue.record.ipcHint'))}
      <div className={classes.fields}>
        <Form.Item name="filingDate" label={t('catalogue.patent.filed')}><Input type="date" /></Form.Item>
        <Form.Item name="legalStatus" label={t('catalogue.patent.legal')}><Input maxLength={TEXT_CHARS_MAX} /></Form.Item>
        <Form.Item name="seenOn" label={t('catalogue.record.seenOn')}><Input type="date" /></Form.Item>
      </div>
      <PublicationFields numberCharsMax={NUMBER_CHARS_MAX} />
      <Form.Item name="source" label={t('catalogue.record.source')} extra={t('catalogue.record.sourceHint')} rules={[required]}>
        <Input maxLength={TEXT_CHARS_MAX} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" loading={command.isPending}>{t('catalogue.record.act')}</Button>
    </Form>
  );
}

/** A refusal of the patent as a whole; one that is here already is led to. */
function Whole({ error, body }: { error: unknown; body: Server['PatentForm'] | undefined }) {
  const { t } = useTranslation();
  if (!body || (error instanceof Refused && placeOf(error, body) !== null)) return null;
  const isHere = error instanceof Refused && (error.code === 'KNOWN_ALREADY' || error.code === 'NOTHING_NEW');
  return (
    <Alert
      type={isHere ? 'info' : 'error'}
      showIcon
      className={classes.refused ?? ''}
      title={problemText(error)}
      description={isHere && <Link to={paths.patent(body.number)}>{t('catalogue.record.open')}</Link>}
    />
  );
}
