import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { fromLocalField } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { enterReceipt, type Escrow, isPayerUnexpected, type ReceiptEntry } from './api.ts';
import classes from './escrow.module.css';

interface Fields {
  bankSerial: string;
  amount: number;
  valueTime: string;
  payerName: string;
  payerAccount: string;
  purpose?: string;
  enrolment: number;
  fromThirdParty?: boolean;
}

/** Stands for "nobody knows yet whose it is". */
const UNIDENTIFIED = 0;

/** One line of the bank statement, as it is printed there. A bank serial is taken once. */
export function EnterReceipt({ escrow }: { escrow: Escrow }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const command = useCommand((entry: ReceiptEntry, commandId) => enterReceipt(escrow.id, entry, commandId), {
    done: t('trading.cashier.entered'),
    onDone: () => form.resetFields(),
  });
  const isThirdPartys = isPayerUnexpected(command.error);
  const required = { required: true, message: t('parties.signIn.required') };
  const save = (fields: Fields) =>
    command.mutate({
      bankSerial: fields.bankSerial.trim(),
      amount: { fen: fields.amount, currency: 'CNY' },
      valueTime: fromLocalField(fields.valueTime) ?? '',
      purpose: fields.purpose?.trim() ?? '',
      payerName: fields.payerName.trim(),
      payerAccount: fields.payerAccount.replace(/\s/g, ''),
      enrolment: fields.enrolment === UNIDENTIFIED ? null : fields.enrolment,
      fromThirdParty: fields.fromThirdParty ?? false,
    });
  return (
    <Form<Fields> name="receipt" form={form} layout="vertical" requiredMark={false} onFinish={save} initialValues={{ enrolment: UNIDENTIFIED }}>
      <div className={classes.columns}>
        <Form.Item name="bankSerial" label={t('trading.cashier.serial')} extra={t('trading.cashier.serialHint')} rules={[required]}><Input maxLength={64} autoComplete="off" /></Form.Item>
        <Form.Item name="valueTime" label={t('trading.cashier.valueTime')} rules={[required]}><Input type="datetime-local" step={60} /></Form.Item>
        <Form.Item name="amount" label={t('trading.room.amount')} rules={[{ required: true, type: 'number', min: 1, message: t('trading.draft.amountMissing') }]}><MoneyInput /></Form.Item>
        <Form.Item name="enrolment" label={t('trading.cashier.for')}>
          <Select
            options={[
              { value: UNIDENTIFIED, label: t('trading.cashier.unknown') },
              ...escrow.deposits.map(({ enrolment, partyName, deposit }) => ({
                value: enrolment,
                label: `${t('trading.cashier.enrolment', { number: enrolment, name: partyName })} · ${formatYuan(deposit.fen)}`,
              })),
            ]}
          />
        </Form.Item>
        <Form.Item name="payerName" label={t('trading.cashier.payer')} rules={[required]}><Input maxLength={200} autoComplete="off" /></Form.Item>
        <Form.Item name="payerAccount" label={t('trading.cashier.payerAccount')} rules={[required]}><Input maxLength={40} inputMode="numeric" autoComplete="off" /></Form.Item>
        <Form.Item name="purpose" label={t('trading.cashier.purpose')}><Input maxLength={200} autoComplete="off" /></Form.Item>
      </div>
      {isThirdPartys && (
        <Form.Item name="fromThirdParty" valuePropName="checked">
          <Checkbox>{t('trading.cashier.fromThirdParty')}</Checkbox>
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={command.isPending}>{t('trading.cashier.enterAct')}</Button>
    </Form>
  );
}
