import { Button, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';

type Terms = Server['AuctionTerms'];
type Kind = Server['StepKind'];

/** What the form holds of the step; which of it counts, the kind says. */
export interface StepFields {
  stepKind: Kind;
  step: number | null;
  percent: number | null;
  roundTo: number | null;
  tiers: { from: number | null; step: number | null }[];
}

const cny = (fen: number): Server['Money'] => ({ fen, currency: 'CNY' });
const TIERS_MAX = 20;
const EMPTY: StepFields = { stepKind: 'Fixed', step: null, percent: 5, roundTo: 10_000, tiers: [{ from: 0, step: null }] };

export const stepFieldsOf = (terms: Terms | undefined): StepFields => {
  const table = terms?.stepTable;
  if (!terms || !table) return { ...EMPTY, step: terms?.step.fen ?? null };
  return {
    ...EMPTY,
    stepKind: table.kind,
    step: table.kind === 'Fixed' ? terms.step.fen : null,
    ...(table.kind === 'Percent' ? { percent: (table.permille ?? 0) / 10, roundTo: table.roundTo?.fen ?? null } : {}),
    ...(table.kind === 'Tiered'
      ? { tiers: (table.tiers ?? []).map(({ from, step }) => ({ from: from.fen, step: step.fen })) }
      : {}),
  };
};

/** The step at the start price is the server's to set where a table has it. */
export function stepsOf({ stepKind, step, percent, roundTo, tiers }: StepFields): Pick<Terms, 'step' | 'stepTable'> {
  if (stepKind === 'Fixed') return { step: cny(step ?? 0), stepTable: null };
  const stepTable: Server['StepTable'] =
    stepKind === 'Percent'
      ? { kind: 'Percent', permille: Math.round((percent ?? 0) * 10), roundTo: roundTo === null ? null : cny(roundTo), tiers: [] }
      : {
          kind: 'Tiered',
          permille: 0,
          roundTo: null,
          tiers: tiers.map((tier, place) => ({ from: cny(place === 0 ? 0 : tier.from ?? 0), step: cny(tier.step ?? 0) })),
        };
  return { step: cny(0), stepTable };
}

/** The step: fixed, a share of the price, or by tiers. */
export function StepFieldset() {
  const { t } = useTranslation();
  const kind = Form.useWatch<Kind | undefined>('stepKind') ?? 'Fixed';
  const amount = { required: true, type: 'number' as const, min: 1, message: t('trading.draft.amountMissing') };
  const kinds: Kind[] = ['Fixed', 'Percent', 'Tiered'];
  return (
    <div>
      <Form.Item name="stepKind" label={t('trading.steps.kind')}>
        <Select options={kinds.map((value) => ({ value, label: t(`trading.steps.${value}`) }))} />
      </Form.Item>
      {kind === 'Fixed' && (
        <Form.Item name="step" label={t('trading.terms.step')} rules={[amount]}><MoneyInput /></Form.Item>
      )}
      {kind === 'Percent' && (
        <>
          <Form.Item
            name="percent"
            label={t('trading.steps.percent')}
            rules={[{ required: true, message: t('parties.signIn.required') }]}
          >
            <InputNumber<number> min={0.1} max={100} step={0.1} precision={1} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="roundTo" label={t('trading.steps.roundTo')} extra={t('trading.steps.roundToHint')}>
            <MoneyInput />
          </Form.Item>
        </>
      )}
      {kind === 'Tiered' && (
        <Form.List name="tiers">
          {(rows, { add, remove }) => (
            <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
              <legend>{t('trading.steps.Tiered')}</legend>
              {rows.map(({ key, name }) => (
                <div key={key}>
                  {name > 0 && (
                    <Form.Item name={[name, 'from']} label={t('trading.steps.from', { number: name + 1 })} rules={[amount]}>
                      <MoneyInput />
                    </Form.Item>
                  )}
                  <Form.Item name={[name, 'step']} label={t('trading.steps.stepOf', { number: name + 1 })} rules={[amount]}>
                    <MoneyInput />
                  </Form.Item>
                </div>
              ))}
              <Button disabled={rows.length >= TIERS_MAX} onClick={() => add({ from: null, step: null })}>
                {t('trading.steps.add')}
              </Button>{' '}
              {rows.length > 1 && <Button onClick={() => remove(rows.length - 1)}>{t('trading.steps.remove')}</Button>}
            </fieldset>
          )}
        </Form.List>
      )}
    </div>
  );
}
