import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSealed } from '../sealed/is-sealed.ts';
import classes from './drafts.module.css';
import type { Profile } from './profile-rules.ts';
import { type ProtocolFields, PROTOCOLS } from './protocol-fields.ts';

const HOLDERS_MAX = 7;
const HOLDERS_MIN = 2;
const POINT = /^04[0-9a-f]{128}$/;

/** How bids are taken; of sealed ones, once drafted under a profile, who opens them. */
export function ProtocolFieldset({ profile, hint }: { profile?: Profile | undefined; hint: (name: 'protocol') => ReactNode }) {
  const { t } = useTranslation();
  const protocol = Form.useWatch<ProtocolFields['protocol'] | undefined>('protocol') ?? 'English';
  const required = { required: true, message: t('parties.signIn.required') };
  return (
    <div className={isSealed({ protocol }) ? (classes.across ?? '') : ''}>
      <Form.Item name="protocol" label={t('trading.draft.protocol')} extra={hint('protocol')}>
        <Select options={PROTOCOLS.map((value) => ({ value, label: t(`trading.draft.protocols.${value}`) }))} />
      </Form.Item>
      {isSealed({ protocol }) && <p>{t('trading.draft.sealedHint')}</p>}
      {isSealed({ protocol }) && profile && (
        <>
          <Form.Item name="threshold" label={t('trading.draft.threshold')} rules={[required]}>
            <InputNumber<number> min={HOLDERS_MIN} max={HOLDERS_MAX} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="openingMinutes" label={t('trading.draft.openingMinutes')} rules={[required]}>
            <InputNumber<number> min={1} max={43_200} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.List name="holders">
            {(rows, { add, remove }) => (
              <fieldset className={classes.holders ?? ''}>
                <legend>{t('trading.draft.holders')}</legend>
                {rows.map(({ key, name }) => (
                  <div key={key}>
                    <Form.Item name={[name, 'name']} label={t('trading.draft.holderName', { number: name + 1 })} rules={[{ ...required, whitespace: true }]}>
                      <Input maxLength={200} autoComplete="off" />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'key']}
                      label={t('trading.draft.holderKey', { number: name + 1 })}
                      normalize={(typed: string) => typed.trim().toLowerCase()}
                      rules={[{ required: true, pattern: POINT, message: t('trading.draft.holderKeyWrong') }]}
                    >
                      <Input.TextArea rows={4} autoComplete="off" />
                    </Form.Item>
                  </div>
                ))}
                <Button disabled={rows.length >= HOLDERS_MAX} onClick={() => add({ name: '', key: '' })}>
                  {t('trading.draft.addHolder')}
                </Button>{' '}
                {rows.length > HOLDERS_MIN && (
                  <Button onClick={() => remove(rows.length - 1)}>{t('trading.draft.removeHolder')}</Button>
                )}
              </fieldset>
            )}
          </Form.List>
        </>
      )}
    </div>
  );
}
