import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { useLanguage } from '@/shared/i18n/use-language.ts';
import { allows } from '@/shared/session/session.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { legalCodesQuery, type Life, recordFeePayment, recordFeeReduction, recordLapseNotice, recordLegalEvent } from './api.ts';
import classes from './life.module.css';
import { RecordForm } from './record-form.tsx';
import { RecordOwnership } from './record-ownership.tsx';

const YEAR_MAX = 30;
const orNull = (text: string | undefined): string | null => text?.trim() || null;

/** What a handler enters: each with its day and the paper it was seen in. */
export function RecordFacts({ life, number }: { life: Life; number: string }) {
  const { t } = useTranslation();
  if (!allows(life, 'record-life')) return null;
  return (
    <Section title={t('catalogue.life.recordTitle')}>
      <div className={classes.acts}>
        <RecordEvent number={number} />
        <RecordPayment number={number} year={life.fees?.next?.year} />
        <RecordReduction number={number} />
        <RecordNotice number={number} />
        <RecordOwnership life={life} number={number} />
      </div>
    </Section>
  );
}

function RecordEvent({ number }: { number: string }) {
  const { t } = useTranslation();
  const english = useLanguage() === 'en';
  const codes = useQuery(legalCodesQuery).data?.codes ?? [];
  return (
    <RecordForm<{ code: string; on: string; note?: string; termEndsOn?: string; source: string }, Server['LegalEventForm']>
      name="legal-event"
      label={t('catalogue.life.event')}
      explain={t('catalogue.life.eventExplain')}
      initial={{}}
      bodyOf={({ code, on, note, termEndsOn, source }) => ({ code, on, note: orNull(note), termEndsOn: orNull(termEndsOn), source: source.trim() })}
      send={(body, commandId) => recordLegalEvent(number, body, commandId)}
    >
      <Form.Item name="code" label={t('catalogue.life.code')} rules={useRequired()}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={codes.map(({ code, zh, en }) => ({ value: code, label: `${code} ${english ? en : zh}` }))}
        />
      </Form.Item>
      <div className={classes.pair}>
        <DayItem name="on" label={t('catalogue.life.on')} required />
        <DayItem name="termEndsOn" label={t('catalogue.life.termEndsOn')} extra={t('catalogue.life.termEndsHint')} />
      </div>
      <Form.Item name="note" label={t('catalogue.life.note')}><Input maxLength={200} /></Form.Item>
      <SourceItem />
    </RecordForm>
  );
}

function RecordPayment({ number, year }: { number: string; year: number | undefined }) {
  const { t } = useTranslation();
  return (
    <RecordForm<{ year: number; paidOn: string; fen: number; source: string }, Server['FeePaymentForm']>
      name="fee-payment"
      label={t('catalogue.fees.payment')}
      explain={t('catalogue.fees.paymentExplain')}
      initial={year === undefined ? {} : { year }}
      bodyOf={({ year: paid, paidOn, fen, source }) => ({ year: paid, paidOn, amount: { fen, currency: 'CNY' }, source: source.trim() })}
      send={(body, commandId) => recordFeePayment(number, body, commandId)}
    >
      <div className={classes.pair}>
        <YearItem name="year" label={t('catalogue.fees.yearField')} />
        <DayItem name="paidOn" label={t('catalogue.fees.paidOn')} required />
      </div>
      <Form.Item name="fen" label={t('catalogue.fees.amount')} rules={useRequired()}><MoneyInput /></Form.Item>
      <SourceItem />
    </RecordForm>
  );
}

function RecordReduction({ number }: { number: string }) {
  const { t } = useTranslation();
  return (
    <RecordForm<{ percent: number; fromYear: number; toYear: number; source: string; seenOn?: string }, Server['FeeReductionForm']>
      name="fee-reduction"
      label={t('catalogue.fees.recordReduction')}
      explain={t('catalogue.fees.reductionExplain')}
      initial={{}}
      bodyOf={({ source, seenOn, ...rest }) => ({ ...rest, source: source.trim(), seenOn: orNull(seenOn) })}
      send={(body, commandId) => recordFeeReduction(number, body, commandId)}
    >
      <Form.Item name="percent" label={t('catalogue.fees.percentField')} rules={useRequired()}><InputNumber min={1} max={100} precision={0} /></Form.Item>
      <div className={classes.pair}>
        <YearItem name="fromYear" label={t('catalogue.fees.fromYear')} />
        <YearItem name="toYear" label={t('catalogue.fees.toYear')} />
      </div>
      <SourceItem />
      <DayItem name="seenOn" label={t('catalogue.record.seenOn')} />
    </RecordForm>
  );
}

function RecordNotice({ number }: { number: string }) {
  const { t } = useTranslation();
  return (
    <RecordForm<{ year: number; receivedOn: string; source: string }, Server['LapseNoticeForm']>
      name="lapse-notice"
      label={t('catalogue.fees.notice')}
      explain={t('catalogue.fees.noticeExplain')}
      initial={{}}
      bodyOf={({ source, ...rest }) => ({ ...rest, source: source.trim() })}
      send={(body, commandId) => recordLapseNotice(number, body, commandId)}
    >
      <div className={classes.pair}>
        <YearItem name="year" label={t('catalogue.fees.yearField')} />
        <DayItem name="receivedOn" label={t('catalogue.fees.receivedOn')} required />
      </div>
      <SourceItem />
    </RecordForm>
  );
}

function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, message: t('parties.signIn.required') }];
}

export function SourceItem() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="source"
      label={t('catalogue.record.source')}
      rules={[{ required: true, whitespace: true, message: t('parties.signIn.required') }]}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}

export function DayItem({ name, label, extra, required = false }: { name: string; label: string; extra?: string; required?: boolean }) {
  const rules = useRequired();
  return <Form.Item name={name} label={label} extra={extra} rules={required ? rules : []}><Input type="date" /></Form.Item>;
}

function YearItem({ name, label }: { name: string; label: string }) {
  return <Form.Item name={name} label={label} rules={useRequired()}><InputNumber min={1} max={YEAR_MAX} precision={0} /></Form.Item>;
}
