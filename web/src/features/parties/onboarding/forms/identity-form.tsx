import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { describeParty, type Party } from '../api.ts';
import { ORGANISATION_KINDS } from '../kinds.ts';
import classes from '../onboarding.module.css';
import { ScanField } from './scan-field.tsx';

interface Fields {
  kinds: Server['PartyKind'][];
  name: string;
  code: string;
  representative?: string;
  scan: string | null;
}

const orNull = (text: string | undefined): string | null => text?.trim() || null;

export function IdentityForm({ party }: { party: Party }) {
  const { t } = useTranslation();
  const isPerson = party.isNaturalPerson;
  const command = useCommand((body: Server['IdentityForm'], commandId) => describeParty(party.id, body, commandId), {
    done: t('kernel.act.saved'),
  });
  const save = ({ kinds, name, code, representative, scan }: Fields) =>
    command.mutate({
      kinds: isPerson ? party.kinds : kinds,
      name: name.trim(),
      creditCode: isPerson ? null : orNull(code),
      idNumber: isPerson ? orNull(code) : null,
      legalRepresentative: isPerson ? null : orNull(representative),
      licenceSha256: scan,
    });
  // A rule of its own: `required` would mark a group as a field.
  const atLeastOne = {
    validator: (_: unknown, kinds: string[]) =>
      kinds.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('parties.signIn.required'))),
  };
  const required = { required: true, message: t('parties.signIn.required') };
  return (
    <Form<Fields>
      name="identity"
      layout="vertical"
      requiredMark={false}
      onFinish={save}
      initialValues={{
        kinds: party.kinds,
        name: party.name ?? '',
        code: (isPerson ? party.idNumber : party.creditCode) ?? '',
        representative: party.legalRepresentative ?? '',
        scan: party.licenceSha256,
      }}
    >
      <div className={classes.columns}>
        <Form.Item name="name" label={t(isPerson ? 'parties.signIn.name' : 'parties.item.Name')} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t(isPerson ? 'parties.item.IdNumber' : 'parties.item.CreditCode')}
          extra={t('parties.organisation.codeHint')}
          rules={[required]}
        >
          <Input maxLength={24} autoComplete="off" className="figures" />
        </Form.Item>
        {!isPerson && (
          <Form.Item name="representative" label={t('parties.item.LegalRepresentative')} rules={[required]}>
            <Input maxLength={100} />
          </Form.Item>
        )}
        <Form.Item name="scan" label={t(isPerson ? 'parties.organisation.idScan' : 'parties.item.Licence')}>
          <ScanField party={party} />
        </Form.Item>
      </div>
      {!isPerson && (
        <Form.Item name="kinds" label={t('parties.organisation.kinds')} rules={[atLeastOne]}>
          <Checkbox.Group className={classes.kinds ?? ''} options={ORGANISATION_KINDS.map((value) => ({ value, label: t(`parties.kind.${value}`) }))} />
        </Form.Item>
      )}
      <Button htmlType="submit" type="primary" loading={command.isPending}>{t('kernel.act.save')}</Button>
    </Form>
  );
}
