import { Checkbox, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import classes from './drafts.module.css';
import type { Fields } from './terms-fields.ts';

interface RisingFieldsProps {
  closesAt: ReactNode;
  /** Nobody sees a bid: nothing moves the end, and nothing may be added. */
  areSealed: boolean;
  hint: (name: keyof Fields, usual?: string) => ReactNode;
}

/** What a falling clock has not: an end of its own, what moves it, and what may be added to rising bids. */
export function RisingFields({ closesAt, areSealed, hint }: RisingFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {closesAt}
      <Form.Item
        name="softClose"
        label={t(areSealed ? 'trading.draft.outage' : 'trading.draft.softClose')}
        extra={hint('softClose', t(areSealed ? 'trading.draft.softCloseSealed' : 'trading.draft.softCloseHint'))}
        rules={[{ required: true, message: t('parties.signIn.required') }]}
      >
        <InputNumber<number> min={0} max={3600} precision={0} className={classes.wide ?? ''} />
      </Form.Item>
      <Form.Item name="buyNow" hidden={areSealed} label={t('trading.buyNow.draft')} extra={hint('buyNow', t('trading.buyNow.draftHint'))}>
        <MoneyInput />
      </Form.Item>
      <Form.Item name="takesProxies" valuePropName="checked" hidden={areSealed} extra={hint('takesProxies', t('trading.proxy.draftHint'))}>
        <Checkbox>{t('trading.proxy.draft')}</Checkbox>
      </Form.Item>
      <Form.Item name="hasPreemption" valuePropName="checked" hidden={areSealed} extra={hint('hasPreemption', t('trading.preemption.draftHint'))}>
        <Checkbox>{t('trading.preemption.draft')}</Checkbox>
      </Form.Item>
    </>
  );
}
