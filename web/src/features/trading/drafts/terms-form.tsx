import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fromLocalField } from '@/shared/format/dates.ts';
import { isDay } from '@/shared/format/days.ts';
import { DayInput } from '@/shared/ui/day-input.tsx';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { ClockPreview, ProtocolFields } from '../descending/protocol-fields.tsx';
import { StepFieldset } from '../steps/step-fieldset.tsx';
import type { Terms } from './api.ts';
import classes from './drafts.module.css';
import { type FieldRules, type Profile, rulesOf } from './profile-rules.ts';
import { RuleHint } from './rule-hint.tsx';
import { type Fields, fieldsOf, termsOf } from './terms-fields.ts';

interface TermsFormProps {
  terms?: Terms;
  /** With a profile chosen, each field says what it allows; the seller's proposal has none. */
  profile?: Profile | undefined;
  submitLabel: string;
  isSaving: boolean;
  children?: ReactNode;
  onSave: (terms: Terms) => void;
}

/** The terms of an auction; bounds are the profile's and the server's to refuse, with their figures. */
export function TermsForm({ terms, profile, submitLabel, isSaving, children, onSave }: TermsFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const typed = Form.useWatch([], form) as Partial<Fields> | undefined;
  const rules: FieldRules = profile ? rulesOf(profile, typed ?? fieldsOf(terms), new Date()) : {};
  const hint = (name: keyof Fields, usual?: string) => {
    const each = rules[name] ?? [];
    return profile && each.length > 0 ? <>{usual}<RuleHint profile={profile} rules={each} /></> : usual;
  };
  const amount = (name: keyof Fields, label: string) => (
    <Form.Item
      name={name}
      label={label}
      extra={hint(name)}
      rules={[{ required: true, type: 'number', min: 1, message: t('trading.draft.amountMissing') }]}
    >
      <MoneyInput />
    </Form.Item>
  );
  const instant = (name: keyof Fields, label: string) => (
    <Form.Item
      name={name}
      label={label}
      extra={hint(name)}
      rules={[{ validator: (_, value: string) => (fromLocalField(value ?? '') ? Promise.resolve() : Promise.reject(new Error(t('trading.draft.instantMissing')))) }]}
    >
      <Input type="datetime-local" step={60} />
    </Form.Item>
  );
  const day = (name: keyof Fields, label: string, isDue: boolean) => (
    <Form.Item
      name={name}
      label={label}
      extra={hint(name)}
      rules={[{ validator: (_, value: string) => (isDay(value ?? '') || (!isDue && value === '') ? Promise.resolve() : Promise.reject(new Error(t('trading.draft.dayMissing')))) }]}
    >
      <DayInput />
    </Form.Item>
  );
  const isClock = (typed ?? fieldsOf(terms)).protocol === 'Dutch';
  const isAppraised = typeof typed?.appraised === 'number';
  const isViewed = (typed?.viewingFrom ?? '') !== '' || (typed?.viewingUntil ?? '') !== '';
  return (
    <Form<Fields>
      form={form}
      name="terms"
      layout="vertical"
      requiredMark={false}
      initialValues={fieldsOf(terms)}
      onFinish={(fields) => onSave(termsOf({ ...(fieldsOf(terms) as Fields), ...fields }))}
    >
      {children}
      <div className={classes.columns}>
        <ProtocolFields fields={typed ?? fieldsOf(terms)} protocols={profile?.protocols} hint={hint} />
        {amount('start', t('trading.terms.startPrice'))}
        <StepFieldset hint={hint} isFalling={isClock} />
        {amount('deposit', t('trading.terms.deposit'))}
        {isClock ? amount('reserve', t('trading.clock.floorTerm')) : (
          <Form.Item name="reserve" label={t('trading.draft.reserve')} extra={hint('reserve', t('trading.draft.reserveHint'))}>
            <MoneyInput />
          </Form.Item>
        )}
        {instant('opensAt', t('trading.draft.opensAt'))}
        {isClock && <ClockPreview fields={typed ?? fieldsOf(terms)} hint={hint('closesAt')} />}
        {!isClock && <RisingFields hint={hint} closesAt={instant('closesAt', t('trading.draft.closesAt'))} />}
        {profile && (
          <>
            {!isClock && (
              <Form.Item name="softCloseKind" label={t('trading.draft.softCloseKind')}>
                <Select options={profile.softClose.map((kind) => ({ value: kind, label: t(`trading.draft.kind.${kind}`) }))} />
              </Form.Item>
            )}
            <Form.Item name="appraised" label={t('trading.draft.appraised')} extra={hint('appraised')}>
              <MoneyInput />
            </Form.Item>
            {day('appraisedOn', t('trading.draft.appraisedOn'), isAppraised)}
            <Form.Item
              name="appraisedBy"
              label={t('trading.draft.appraisedBy')}
              rules={[{ required: isAppraised, whitespace: true, message: t('parties.signIn.required') }]}
            >
              <Input maxLength={100} autoComplete="off" />
            </Form.Item>
            {day('viewingFrom', t('trading.draft.viewingFrom'), isViewed)}
            {day('viewingUntil', t('trading.draft.viewingUntil'), isViewed)}
          </>
        )}
      </div>
      <Button type="primary" htmlType="submit" size="large" loading={isSaving}>{submitLabel}</Button>
    </Form>
  );
}

interface RisingFieldsProps {
  closesAt: ReactNode;
  hint: (name: keyof Fields, usual?: string) => ReactNode;
}

/** What only rising bids have: an end of their own, its soft close, and what may be added. */
function RisingFields({ closesAt, hint }: RisingFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {closesAt}
      <Form.Item
        name="softClose"
        label={t('trading.draft.softClose')}
        extra={hint('softClose', t('trading.draft.softCloseHint'))}
        rules={[{ required: true, message: t('parties.signIn.required') }]}
      >
        <InputNumber<number> min={0} max={3600} precision={0} className={classes.wide ?? ''} />
      </Form.Item>
      <Form.Item name="buyNow" label={t('trading.buyNow.draft')} extra={hint('buyNow', t('trading.buyNow.draftHint'))}>
        <MoneyInput />
      </Form.Item>
      <Form.Item name="takesProxies" valuePropName="checked" extra={hint('takesProxies', t('trading.proxy.draftHint'))}>
        <Checkbox>{t('trading.proxy.draft')}</Checkbox>
      </Form.Item>
      <Form.Item name="hasPreemption" valuePropName="checked" extra={hint('hasPreemption', t('trading.preemption.draftHint'))}>
        <Checkbox>{t('trading.preemption.draft')}</Checkbox>
      </Form.Item>
    </>
  );
}
