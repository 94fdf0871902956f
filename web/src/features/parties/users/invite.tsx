import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { invite } from './api.ts';
import { HandOver } from './hand-over.tsx';
import classes from './users.module.css';

/** Makes an account for one of the centre's people; the address to set a password is shown once. */
export function Invite() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Server['InviteRequest']>();
  const [made, setMade] = useState<Server['Invitation'] | null>(null);
  const command = useCommand((body: Server['InviteRequest'], commandId) => invite(body, commandId), {
    done: t('parties.administration.invited'),
    onDone: (invitation) => {
      setMade(invitation);
      form.resetFields();
    },
  });
  const required = { required: true, message: t('parties.signIn.required') };
  return (
    <>
      <Form name="invitation" form={form} layout="vertical" requiredMark={false} className={classes.invite ?? ''} onFinish={(body: Server['InviteRequest']) => command.mutate(body)}>
        <Form.Item name="displayName" label={t('parties.signIn.name')} rules={[required]}><Input maxLength={100} autoComplete="off" /></Form.Item>
        <Form.Item name="email" label={t('parties.signIn.email')} rules={[required, { type: 'email', message: t('parties.signIn.emailWrong') }]}>
          <Input type="email" maxLength={254} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={command.isPending}>{t('parties.administration.inviteAct')}</Button>
      </Form>
      {made && <HandOver invitation={made} />}
    </>
  );
}
