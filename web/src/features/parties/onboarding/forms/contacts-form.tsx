import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { type Party, setContacts } from '../api.ts';
import classes from '../onboarding.module.css';

export function ContactsForm({ party }: { party: Party }) {
  const { t } = useTranslation();
  const command = useCommand((body: Server['ContactsForm'], commandId) => setContacts(party.id, body, commandId), {
    done: t('kernel.act.saved'),
  });
  return (
    <Form<{ mobile: string; mail?: string }>
      name="contacts"
      layout="vertical"
      requiredMark={false}
      initialValues={{ mobile: party.mobile ?? '', mail: party.mail ?? '' }}
      onFinish={({ mobile, mail }) => command.mutate({ mobile: mobile.trim(), mail: mail?.trim() || null })}
    >
      <div className={classes.columns}>
        <Form.Item name="mobile" label={t('parties.item.Mobile')} rules={[{ required: true, message: t('parties.signIn.required') }]}>
          <Input inputMode="tel" autoComplete="tel" maxLength={20} />
        </Form.Item>
        <Form.Item name="mail" label={t('parties.signIn.email')}>
          <Input type="email" autoComplete="email" maxLength={254} />
        </Form.Item>
      </div>
      <Button htmlType="submit" type="primary" loading={command.isPending}>{t('kernel.act.save')}</Button>
    </Form>
  );
}
