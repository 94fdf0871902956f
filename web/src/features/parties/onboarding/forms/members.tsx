import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { formatDate, fromLocalField } from '@/shared/format/dates.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { Choice } from '@/shared/ui/choice.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import type { Server } from '@/shared/api/types.ts';
import { addMember, type Party, removeMember } from '../api.ts';
import classes from '../onboarding.module.css';
import { ScanLink } from '../scan-link.tsx';
import { ScanField } from './scan-field.tsx';

export function Members({ party }: { party: Party }) {
  const { t } = useTranslation();
  const mayName = allows(party, 'members');
  return (
    <div className={classes.stack}>
      <Rows
        label={t('parties.organisation.members')}
        rows={party.members.map((member) => ({
          key: member.user,
          title: member.name,
          text: [
            t(`parties.memberRole.${member.role}`),
            !member.accepted && t('parties.organisation.invited'),
            member.email,
            member.expiresAt && t('parties.organisation.until', { date: formatDate(member.expiresAt) }),
          ].filter(Boolean).join(' · '),
          end: (
            <>
              {member.powerSha256 && (
                <ScanLink party={party} sha256={member.powerSha256} label={t('parties.organisation.openPower', { name: member.name })} />
              )}
              {mayName && (
                <ActButton
                  label={t('parties.organisation.remove')}
                  explain={t('parties.organisation.removeText', { name: member.name })}
                  done={t('parties.organisation.removed')}
                  act={(_, commandId) => removeMember(party.id, member.user, commandId)}
                />
              )}
            </>
          ),
        }))}
      />
      {mayName && <AddMember party={party} />}
    </div>
  );
}

interface Fields {
  email: string;
  name: string;
  until?: string;
  power?: string;
}

function AddMember({ party }: { party: Party }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const [role, setRole] = useState<Server['MemberRole']>('Agent');
  const command = useCommand((body: Server['MemberForm'], commandId) => addMember(party.id, body, commandId), {
    done: t('parties.organisation.added'),
    onDone: () => form.resetFields(),
  });
  const required = { required: true, message: t('parties.signIn.required') };
  const isAgent = role === 'Agent';
  const save = ({ email, name, until, power }: Fields) =>
    command.mutate({
      email: email.trim(),
      name: name.trim(),
      role,
      powerSha256: isAgent ? (power ?? null) : null,
      expiresAt: isAgent && until ? fromLocalField(`${until}T23:59:59`) : null,
    });
  return (
    <Form<Fields> name="member" form={form} layout="vertical" requiredMark={false} onFinish={save}>
      <h3 className={classes.sub}>{t('parties.organisation.addMember')}</h3>
      <Choice
        label={t('parties.organisation.memberRole')}
        value={role}
        onChange={(value) => setRole(value === 'Agent' ? 'Agent' : 'Representative')}
        options={(['Agent', 'Representative'] as const).map((value) => ({ value, label: t(`parties.memberRole.${value}`) }))}
      />
      <div className={classes.columns}>
        <Form.Item name="name" label={t('parties.signIn.name')} rules={[required]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="email" label={t('parties.organisation.memberEmail')} rules={[required]}><Input type="email" maxLength={254} /></Form.Item>
        {isAgent && (
          <>
            <Form.Item name="until" label={t('parties.organisation.powerUntil')} rules={[required]}><Input type="date" /></Form.Item>
            <Form.Item name="power" label={t('parties.item.PowerOfAttorney')} rules={[required]}><ScanField party={party} /></Form.Item>
          </>
        )}
      </div>
      <Button htmlType="submit" loading={command.isPending}>{t('parties.organisation.add')}</Button>
    </Form>
  );
}
