import { Button, Form, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import type { StepFields } from './step-fields.ts';

type Kind = StepFields['stepKind'];

const TIERS_MAX = 20;

interface StepFieldsetProps {
  /** What a profile says of a field. */
  hint?: (name: 'stepKind' | 'step' | 'percent') => ReactNode;
  /** Of a falling clock, whose steps follow no tiers. */
  isFalling?: boolean;
}

/** The step: fixed, a share of the price, or by tiers. */
export function StepFieldset({ hint, isFalling = false }: StepFieldsetProps) {
  const { t } = useTranslation();
  const kind = Form.useWatch<Kind | undefined>('stepKind') ?? 'Fixed';
  const amount = { required: true, type: 'number' as const, min: 1, message: t('trading.draft.amountMissing') };
  const kinds: Kind[] = isFalling ? ['Fixed', 'Percent'] : ['Fixed', 'Percent', 'Tiered'];
  return (
    <div>
      <Form.Item name="stepKind" label={t(isFalling ? 'trading.clock.stepKind' : 'trading.steps.kind')} extra={hint?.('stepKind')}>
        <Select options={kinds.map((value) => ({ value, label: t(`trading.steps.${value}`) }))} />
      </Form.Item>
      {kind === 'Fixed' && (
        <Form.Item name="step" label={t(isFalling ? 'trading.clock.step' : 'trading.terms.step')} extra={hint?.('step')} rules={[amount]}>
          <MoneyInput />
        </Form.Item>
      )}
      {kind === 'Percent' && (
        <>
          <Form.Item
            name="percent"
            label={t('trading.steps.percent')}
            extra={hint?.('percent')}
            rules={[{ required: true, message: t('parties.signIn.required') }]}
          >
            <InputNumber<number> min={0.1} max={100} step={0.1} precision={1} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="roundTo" label={t('trading.steps.roundTo')} extra={t('trading.steps.roundToHint')}>
            <MoneyInput />
          </Form.Item>
        </>
      )}
      {kind === 'Tiered' && (
        <Form.List name="tiers">
          {(rows, { add, remove }) => (
            <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
              <legend>{t('trading.steps.Tiered')}</legend>
              {rows.map(({ key, name }) => (
                <div key={key}>
                  {name > 0 && (
                    <Form.Item name={[name, 'from']} label={t('trading.steps.from', { number: name + 1 })} rules={[amount]}>
                      <MoneyInput />
                    </Form.Item>
                  )}
                  <Form.Item name={[name, 'step']} label={t('trading.steps.stepOf', { number: name + 1 })} rules={[amount]}>
                    <MoneyInput />
                  </Form.Item>
                </div>
              ))}
              <Button disabled={rows.length >= TIERS_MAX} onClick={() => add({ from: null, step: null })}>
                {t('trading.steps.add')}
              </Button>{' '}
              {rows.length > 1 && <Button onClick={() => remove(rows.length - 1)}>{t('trading.steps.remove')}</Button>}
            </fieldset>
          )}
        </Form.List>
      )}
    </div>
  );
}
