import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { type Life, recordOwnership } from './api.ts';
import classes from './life.module.css';
import { DayItem, SourceItem } from './record-facts.tsx';
import { RecordForm } from './record-form.tsx';

type Scope = Server['CoOwnerMandate']['scope'];

interface Fields {
  shares: { holder: string; percent: number | null }[];
  mandates?: { from: string; to: string; scope: Scope; until?: string }[];
  source: string;
  seenOn?: string;
}

const SCOPES: readonly Scope[] = ['Everything', 'Sale', 'Licence', 'Pledge', 'Upkeep'];
const BASIS_POINTS_A_PERCENT = 100;

const bodyOf = ({ shares, mandates = [], source, seenOn }: Fields): Server['OwnershipForm'] => ({
  shares: shares.map(({ holder, percent }) => ({
    holder,
    basisPoints: percent === null ? null : Math.round(percent * BASIS_POINTS_A_PERCENT),
  })),
  mandates: mandates.map((mandate) => ({ ...mandate, until: mandate.until || null })),
  source: source.trim(),
  seenOn: seenOn || null,
});

/** Shares of the holders, and who of them may act for whom; it takes the place of what stands. */
export function RecordOwnership({ life, number }: { life: Life; number: string }) {
  const { t } = useTranslation();
  const { holders, ownership } = life;
  if (holders.length === 0) return null;
  const initial: Partial<Fields> = {
    shares: holders.map((holder) => {
      const points = ownership?.shares.find((share) => share.holder === holder)?.basisPoints ?? null;
      return { holder, percent: points === null ? null : points / BASIS_POINTS_A_PERCENT };
    }),
    mandates: ownership?.mandates.map(({ until, ...mandate }) => ({ ...mandate, ...(until ? { until } : {}) })) ?? [],
  };
  const named = holders.map((holder) => ({ value: holder, label: holder }));
  const required = [{ required: true, message: t('parties.signIn.required') }];
  return (
    <RecordForm<Fields, Server['OwnershipForm']>
      name="ownership"
      label={t('catalogue.life.recordOwnership')}
      explain={t('catalogue.life.ownershipExplain')}
      initial={initial}
      bodyOf={bodyOf}
      send={(body, commandId) => recordOwnership(number, body, commandId)}
    >
      <Form.List name="shares">
        {(fields) => fields.map(({ key, name }) => (
          <div key={key}>
            <Form.Item name={[name, 'holder']} hidden><Input /></Form.Item>
            <Form.Item name={[name, 'percent']} label={t('catalogue.life.shareOf', { holder: holders[name] ?? '' })}>
              <InputNumber min={0.01} max={100} precision={2} suffix="%" />
            </Form.Item>
          </div>
        ))}
      </Form.List>
      {holders.length > 1 && (
        <Form.List name="mandates">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className={classes.pair}>
                  <Form.Item name={[name, 'from']} label={t('catalogue.life.from')} rules={required}><Select options={named} /></Form.Item>
                  <Form.Item name={[name, 'to']} label={t('catalogue.life.to')} rules={required}><Select options={named} /></Form.Item>
                  <Form.Item name={[name, 'scope']} label={t('catalogue.life.scopeField')} rules={required}>
                    <Select options={SCOPES.map((scope) => ({ value: scope, label: t(`catalogue.life.scope.${scope}`) }))} />
                  </Form.Item>
                  <Form.Item name={[name, 'until']} label={t('catalogue.life.untilField')}><Input type="date" /></Form.Item>
                  <Button onClick={() => remove(name)}>{t('parties.organisation.remove')}</Button>
                </div>
              ))}
              <p><Button onClick={() => add()}>{t('catalogue.life.addMandate')}</Button></p>
            </>
          )}
        </Form.List>
      )}
      <SourceItem />
      <DayItem name="seenOn" label={t('catalogue.record.seenOn')} />
    </RecordForm>
  );
}
