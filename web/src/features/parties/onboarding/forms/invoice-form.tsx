import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { Choice } from '@/shared/ui/choice.tsx';
import { type Party, setInvoice } from '../api.ts';
import classes from '../onboarding.module.css';

interface Fields {
  address?: string;
  telephone?: string;
  mail?: string;
}

const orNull = (text: string | undefined): string | null => text?.trim() || null;

/** What stands on the invoices this party gets; the special kind needs address and telephone. */
export function InvoiceData({ party }: { party: Party }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Server['InvoiceKind']>(party.invoice?.kind ?? 'General');
  const command = useCommand((body: Server['InvoiceForm'], commandId) => setInvoice(party.id, body, commandId), {
    done: t('kernel.act.saved'),
  });
  const rules = kind === 'Special' ? [{ required: true, message: t('parties.signIn.required') }] : [];
  return (
    <Form<Fields>
      name="invoice"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        address: party.invoice?.address ?? '',
        telephone: party.invoice?.telephone ?? '',
        mail: party.invoice?.mail ?? '',
      }}
      onFinish={({ address, telephone, mail }) =>
        command.mutate({ kind, address: orNull(address), telephone: orNull(telephone), mail: orNull(mail) })
      }
    >
      <Choice
        label={t('parties.invoice.kind')}
        value={kind}
        onChange={(value) => setKind(value === 'Special' ? 'Special' : 'General')}
        options={(['General', 'Special'] as const).map((value) => ({ value, label: t(`parties.invoice.${value}`) }))}
      />
      <div className={classes.columns}>
        <Form.Item name="address" label={t('parties.invoice.address')} rules={rules}><Input maxLength={200} /></Form.Item>
        <Form.Item name="telephone" label={t('parties.invoice.telephone')} rules={rules}><Input maxLength={40} inputMode="tel" /></Form.Item>
        <Form.Item name="mail" label={t('parties.invoice.mail')}><Input type="email" maxLength={254} /></Form.Item>
      </div>
      <Button htmlType="submit" type="primary" loading={command.isPending}>{t('kernel.act.save')}</Button>
    </Form>
  );
}
