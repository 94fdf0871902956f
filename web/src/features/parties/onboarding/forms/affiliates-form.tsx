import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { declareAffiliates, type Party } from '../api.ts';
import { RELATIONS } from '../kinds.ts';
import classes from '../onboarding.module.css';

interface Fields {
  affiliates: { relation: Server['AffiliateRelation']; who: 'organisation' | 'person'; name: string; code: string }[];
}

/** Who stands close to the party and may therefore not bid against it; none is a declaration too. */
export function AffiliatesForm({ party }: { party: Party }) {
  const { t } = useTranslation();
  const command = useCommand((body: Server['AffiliatesForm'], commandId) => declareAffiliates(party.id, body, commandId), {
    done: t('kernel.act.saved'),
  });
  const required = { required: true, message: t('parties.signIn.required') };
  return (
    <Form<Fields>
      name="affiliates"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        affiliates: (party.affiliates ?? []).map(({ relation, name, creditCode }) => ({
          relation,
          who: creditCode === null ? 'person' : 'organisation',
          name: name ?? '',
          code: creditCode ?? '',
        })),
      }}
      onFinish={({ affiliates }) =>
        command.mutate({
          affiliates: affiliates.map(({ relation, who, name, code }) => ({
            relation,
            name: name.trim(),
            creditCode: who === 'organisation' ? code.trim() : null,
            idNumber: who === 'person' ? code.trim() : null,
          })),
        })
      }
    >
      <p className={classes.hint}>{t('parties.affiliate.hint')}</p>
      <Form.List name="affiliates">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={classes.affiliate}>
                <Form.Item name={[name, 'relation']} label={t('parties.affiliate.relation')} rules={[required]}>
                  <Select options={RELATIONS.map((value) => ({ value, label: t(`parties.affiliate.${value}`) }))} />
                </Form.Item>
                <Form.Item name={[name, 'who']} label={t('parties.affiliate.who')} rules={[required]}>
                  <Select
                    options={(['organisation', 'person'] as const).map((value) => ({ value, label: t(`parties.affiliate.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'name']} label={t('parties.item.Name')} rules={[required]}><Input maxLength={200} /></Form.Item>
                <Form.Item name={[name, 'code']} label={t('parties.affiliate.code')} rules={[required]}><Input maxLength={24} className="figures" /></Form.Item>
                <Button onClick={() => remove(name)}>{t('parties.organisation.remove')}</Button>
              </div>
            ))}
            <div className={classes.scan}>
              <Button onClick={() => add({ who: 'organisation' })}>{t('parties.affiliate.add')}</Button>
              {fields.length === 0 && party.affiliates?.length === 0 ? (
                <span className={classes.done}>{t('parties.affiliate.none')}</span>
              ) : (
                <Button htmlType="submit" type="primary" loading={command.isPending}>
                  {t(fields.length === 0 ? 'parties.affiliate.declareNone' : 'parties.affiliate.declare')}
                </Button>
              )}
            </div>
          </>
        )}
      </Form.List>
    </Form>
  );
}
