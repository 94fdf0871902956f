import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { formatMinute, fromLocalField } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { allows } from '@/shared/session/session.ts';
import { Mark } from '@/shared/ui/marks.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { type Escrow, payRefund } from './api.ts';

type Refund = Escrow['refunds'][number];

export function Refunds({ escrow }: { escrow: Escrow }) {
  const { t } = useTranslation();
  const [paying, setPaying] = useState<Refund | null>(null);
  if (escrow.refunds.length === 0) return <p>{t('trading.cashier.noRefunds')}</p>;
  return (
    <>
      <Rows
        label={t('trading.cashier.refunds')}
        rows={escrow.refunds.map((refund) => ({
          key: String(refund.number),
          marks: <Mark tone={refund.paid ? 'green' : 'amber'}>{t(refund.paid ? 'trading.deposit.Refunded' : 'trading.deposit.ToBeRefunded')}</Mark>,
          title: `${formatYuan(refund.amount.fen)} · ${refund.payeeName}`,
          text: [
            t(`trading.refund.${refund.reason}`),
            refund.payeeAccount,
            refund.bankSerial,
            refund.valueTime && formatMinute(refund.valueTime),
          ].filter(Boolean).join(' · '),
          end: allows(refund, 'pay') && <Button onClick={() => setPaying(refund)}>{t('trading.cashier.pay')}</Button>,
        }))}
      />
      {paying && <PayDialog escrow={escrow} refund={paying} onClose={() => setPaying(null)} />}
    </>
  );
}

function PayDialog({ escrow, refund, onClose }: { escrow: Escrow; refund: Refund; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ bankSerial: string; valueTime: string }>();
  const command = useCommand(
    (wish: { bankSerial: string; valueTime: string }, commandId) =>
      payRefund(escrow.id, refund.number, { ...wish, amount: refund.amount }, commandId),
    { done: t('trading.cashier.paid'), onDone: onClose },
  );
  const required = { required: true, message: t('parties.signIn.required') };
  return (
    <Modal
      open
      title={t('trading.cashier.pay')}
      okText={t('trading.cashier.payAct', { amount: formatYuan(refund.amount.fen) })}
      cancelText={t('kernel.act.cancel')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('trading.cashier.payText', { name: refund.payeeName, account: refund.payeeAccount })}</p>
      <Form
        name="refund"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ bankSerial, valueTime }) =>
          command.mutate({ bankSerial: bankSerial.trim(), valueTime: fromLocalField(valueTime) ?? '' })
        }
      >
        <Form.Item name="bankSerial" label={t('trading.cashier.serial')} rules={[required]}><Input maxLength={64} autoComplete="off" /></Form.Item>
        <Form.Item name="valueTime" label={t('trading.cashier.valueTime')} rules={[required]}><Input type="datetime-local" step={60} /></Form.Item>
      </Form>
    </Modal>
  );
}
