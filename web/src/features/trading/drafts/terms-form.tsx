import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { fromLocalField, toLocalField } from '@/shared/format/dates.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { type StepFields, StepFieldset, stepFieldsOf, stepsOf } from '../steps/step-fields.tsx';
import type { Terms } from './api.ts';
import classes from './drafts.module.css';

interface Fields extends StepFields {
  start: number;
  reserve: number | null;
  deposit: number;
  opensAt: string;
  closesAt: string;
  softClose: number;
  takesProxies: boolean;
  hasPreemption: boolean;
}

interface TermsFormProps {
  terms?: Terms;
  submitLabel: string;
  isSaving: boolean;
  children?: ReactNode;
  onSave: (terms: Terms) => void;
}

const SOFT_CLOSE_SECONDS = 300;
const cny = (fen: number): Server['Money'] => ({ fen, currency: 'CNY' });

const fieldsOf = (terms: Terms | undefined): Partial<Fields> =>
  terms
    ? {
        start: terms.startPrice.fen,
        ...stepFieldsOf(terms),
        reserve: terms.reserve?.fen ?? null,
        deposit: terms.deposit.fen,
        opensAt: toLocalField(terms.opensAt),
        closesAt: toLocalField(terms.closesAt),
        softClose: terms.softCloseSeconds,
        takesProxies: terms.takesProxies ?? false,
        hasPreemption: terms.hasPreemption ?? false,
      }
    : { ...stepFieldsOf(undefined), reserve: null, softClose: SOFT_CLOSE_SECONDS, takesProxies: true, hasPreemption: false };

const termsOf = (fields: Fields): Terms => ({
  startPrice: cny(fields.start),
  ...stepsOf(fields),
  reserve: fields.reserve === null ? null : cny(fields.reserve),
  deposit: cny(fields.deposit),
  opensAt: fromLocalField(fields.opensAt) ?? '',
  closesAt: fromLocalField(fields.closesAt) ?? '',
  softCloseSeconds: fields.softClose,
  takesProxies: fields.takesProxies,
  hasPreemption: fields.hasPreemption,
});

/** The terms of an auction; bounds are the profile's and the server's to refuse, with their figures. */
export function TermsForm({ terms, submitLabel, isSaving, children, onSave }: TermsFormProps) {
  const { t } = useTranslation();
  const amount = (name: keyof Fields, label: string) => (
    <Form.Item name={name} label={label} rules={[{ required: true, type: 'number', min: 1, message: t('trading.draft.amountMissing') }]}>
      <MoneyInput />
    </Form.Item>
  );
  const instant = (name: keyof Fields, label: string) => (
    <Form.Item
      name={name}
      label={label}
      rules={[{ validator: (_, value: string) => (fromLocalField(value ?? '') ? Promise.resolve() : Promise.reject(new Error(t('trading.draft.instantMissing')))) }]}
    >
      <Input type="datetime-local" step={60} />
    </Form.Item>
  );
  return (
    <Form<Fields> name="terms" layout="vertical" requiredMark={false} initialValues={fieldsOf(terms)} onFinish={(fields) => onSave(termsOf(fields))}>
      {children}
      <div className={classes.columns}>
        {amount('start', t('trading.terms.startPrice'))}
        <StepFieldset />
        {amount('deposit', t('trading.terms.deposit'))}
        <Form.Item name="reserve" label={t('trading.draft.reserve')} extra={t('trading.draft.reserveHint')}>
          <MoneyInput />
        </Form.Item>
        {instant('opensAt', t('trading.draft.opensAt'))}
        {instant('closesAt', t('trading.draft.closesAt'))}
        <Form.Item
          name="softClose"
          label={t('trading.draft.softClose')}
          extra={t('trading.draft.softCloseHint')}
          rules={[{ required: true, message: t('parties.signIn.required') }]}
        >
          <InputNumber<number> min={0} max={3600} precision={0} className={classes.wide ?? ''} />
        </Form.Item>
        <Form.Item name="takesProxies" valuePropName="checked" extra={t('trading.proxy.draftHint')}>
          <Checkbox>{t('trading.proxy.draft')}</Checkbox>
        </Form.Item>
        <Form.Item name="hasPreemption" valuePropName="checked" extra={t('trading.preemption.draftHint')}>
          <Checkbox>{t('trading.preemption.draft')}</Checkbox>
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" size="large" loading={isSaving}>{submitLabel}</Button>
    </Form>
  );
}
