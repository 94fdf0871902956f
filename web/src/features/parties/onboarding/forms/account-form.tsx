import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { type Party, setAccount } from '../api.ts';
import classes from '../onboarding.module.css';

/** The account money comes from and goes back to; always in the party's own name. */
export function AccountForm({ party }: { party: Party }) {
  const { t } = useTranslation();
  const command = useCommand((body: Server['BankAccountForm'], commandId) => setAccount(party.id, body, commandId), {
    done: t('kernel.act.saved'),
  });
  const required = { required: true, message: t('parties.signIn.required') };
  return (
    <Form<Server['BankAccountForm']>
      name="account"
      layout="vertical"
      requiredMark={false}
      initialValues={{ holder: party.name ?? '', number: party.accountNumber ?? '', bank: party.bank ?? '' }}
      onFinish={({ holder, number, bank }) =>
        command.mutate({ holder: holder.trim(), number: number.replace(/\s/g, ''), bank: bank.trim() })
      }
    >
      <div className={classes.columns}>
        <Form.Item name="holder" label={t('parties.organisation.holder')} extra={t('parties.organisation.holderHint')} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="bank" label={t('parties.organisation.bank')} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="number" label={t('parties.organisation.accountNumber')} rules={[required]}>
          <Input inputMode="numeric" maxLength={40} autoComplete="off" className="figures" />
        </Form.Item>
      </div>
      <Button htmlType="submit" type="primary" loading={command.isPending}>{t('kernel.act.save')}</Button>
    </Form>
  );
}
