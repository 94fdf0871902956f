import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { isPoint } from '../sealed/crypto/point.ts';
import classes from './drafts.module.css';

const HOLDERS_MAX = 7;
const HOLDERS_MIN = 2;

/** Who opens sealed bids, how many of them it takes, and how long they have. */
export function HolderFields() {
  const { t } = useTranslation();
  const required = { required: true, message: t('parties.signIn.required') };
  return (
    <div className={classes.across ?? ''}>
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
                  rules={[{ validator: (_, typed: string) => (isPoint(typed) ? Promise.resolve() : Promise.reject(new Error(t('trading.draft.holderKeyWrong')))) }]}
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
    </div>
  );
}
