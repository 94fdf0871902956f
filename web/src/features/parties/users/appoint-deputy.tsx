import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { fromLocalField } from '@/shared/format/dates.ts';
import { appointDeputy } from './api.ts';
import classes from './users.module.css';

interface Fields {
  role: Server['CentreRole'];
  holder: string;
  deputy: string;
  from: string;
  until: string;
}

/** The administrator's own role has no deputy. */
const ROLES = [
  'Handler',
  'Reviewer',
  'Approver',
  'Host',
  'Cashier',
  'Accountant',
  'Supervisor',
] as const satisfies readonly Server['CentreRole'][];

export function AppointDeputy() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const command = useCommand((body: Server['DeputyForm'], commandId) => appointDeputy(body, commandId), {
    done: t('parties.deputy.appointed'),
    onDone: () => form.resetFields(),
  });
  const required = { required: true, message: t('parties.signIn.required') };
  const save = ({ role, holder, deputy, from, until }: Fields) =>
    command.mutate({
      role,
      holderEmail: holder.trim(),
      deputyEmail: deputy.trim(),
      from: fromLocalField(from) ?? '',
      until: fromLocalField(until) ?? '',
    });
  const email = (name: keyof Fields, label: string) => (
    <Form.Item name={name} label={label} rules={[required, { type: 'email', message: t('parties.signIn.emailWrong') }]}>
      <Input type="email" maxLength={254} autoComplete="off" />
    </Form.Item>
  );
  const instant = (name: keyof Fields, label: string) => (
    <Form.Item name={name} label={label} rules={[required]}><Input type="datetime-local" step={60} /></Form.Item>
  );
  return (
    <Form<Fields> name="deputy" form={form} layout="vertical" requiredMark={false} className={classes.appoint ?? ''} onFinish={save}>
      <h3 className={classes.whole}>{t('parties.deputy.appointTitle')}</h3>
      <Form.Item name="role" label={t('parties.deputy.role')} rules={[required]}>
        <Select options={ROLES.map((value) => ({ value, label: t(`parties.role.${value}`) }))} />
      </Form.Item>
      {email('holder', t('parties.deputy.holder'))}
      {email('deputy', t('parties.deputy.deputy'))}
      {instant('from', t('parties.deputy.from'))}
      {instant('until', t('parties.deputy.until'))}
      <Button htmlType="submit" type="primary" loading={command.isPending}>{t('parties.deputy.appoint')}</Button>
    </Form>
  );
}
