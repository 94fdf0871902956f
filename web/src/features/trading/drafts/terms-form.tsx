import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fromLocalField } from '@/shared/format/dates.ts';
import { isDay } from '@/shared/format/days.ts';
import { DayInput } from '@/shared/ui/day-input.tsx';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { ClockPreview } from '../descending/clock-preview.tsx';
import { isSealed } from '../sealed/is-sealed.ts';
import { StepFieldset } from '../steps/step-fieldset.tsx';
import type { Terms } from './api.ts';
import classes from './drafts.module.css';
import { HolderFields } from './holder-fields.tsx';
import { type FieldRules, type Profile, rulesOf } from './profile-rules.ts';
import { ProtocolChoice } from './protocol-choice.tsx';
import { RisingFields } from './rising-fields.tsx';
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
  const chosen = typed ?? fieldsOf(terms);
  const isClock = chosen.protocol === 'Dutch';
  const areSealed = isSealed({ protocol: chosen.protocol ?? 'English' });
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
        <ProtocolChoice fields={chosen} protocols={profile?.protocols} hint={hint} />
        {areSealed && profile && <HolderFields />}
        {amount('start', t('trading.terms.startPrice'))}
        {!areSealed && <StepFieldset hint={hint} isFalling={isClock} />}
        {amount('deposit', t('trading.terms.deposit'))}
        {isClock ? amount('reserve', t('trading.clock.floorTerm')) : (
          <Form.Item name="reserve" label={t('trading.draft.reserve')} extra={hint('reserve', t('trading.draft.reserveHint'))}>
            <MoneyInput />
          </Form.Item>
        )}
        {instant('opensAt', t('trading.draft.opensAt'))}
        {isClock && <ClockPreview fields={chosen} hint={hint('closesAt')} />}
        {!isClock && <RisingFields hint={hint} areSealed={areSealed} closesAt={instant('closesAt', t('trading.draft.closesAt'))} />}
        {profile && (
          <>
            {!isClock && (
              <Form.Item name="softCloseKind" hidden={areSealed} label={t('trading.draft.softCloseKind')}>
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
