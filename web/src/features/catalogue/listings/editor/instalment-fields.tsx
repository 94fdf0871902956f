import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '@/shared/format/percent.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { PercentInput } from '@/shared/ui/percent-input.tsx';
import { Pick } from '@/shared/ui/pick.tsx';
import { duesOf, type PriceWay } from '../choices.ts';
import classes from '../listings.module.css';
import { areAmounts, type Fields } from './fields.ts';
import { Chosen, DayItem, Item } from './item.tsx';
import { useIsKnowHow } from './know-how-fields.tsx';

const STAGES_MAX = 24;
const WHOLE_BP = 10_000;

/** The plan's stages, all as shares or all as amounts, with what is still missing to the whole. */
export function InstalmentFields({ way }: { way: PriceWay | undefined }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Fields>();
  const by = Form.useWatch(['price', 'by'], form);
  const isAmount = areAmounts(way, by);
  const kinds = way === 'Asking' ? (['share', 'amount'] as const) : (['share'] as const);
  return (
    <>
      <Form.Item name={['price', 'by']} label={t('catalogue.terms.by')}>
        <Chosen label={t('catalogue.terms.by')} options={kinds.map((value) => ({ value, label: t(`catalogue.terms.bys.${value}`) }))} />
      </Form.Item>
      <Form.List name={['price', 'instalments']}>
        {(stages, { add, remove }, { errors }) => (
          <div className={classes.stages}>
            {stages.map(({ key, name }) => (
              <Stage key={key} index={name} isAmount={isAmount} remove={() => remove(name)} />
            ))}
            {stages.length < STAGES_MAX && (
              <Button onClick={() => add({ due: 'Contract' })}>{t('catalogue.terms.addStage')}</Button>
            )}
            <Left isAmount={isAmount} />
            <Form.ErrorList errors={errors} />
          </div>
        )}
      </Form.List>
    </>
  );
}

function Stage({ index, isAmount, remove }: { index: number; isAmount: boolean; remove: () => void }) {
  const { t } = useTranslation();
  const due = Form.useWatch<string | undefined>(['price', 'instalments', index, 'due'], Form.useFormInstance());
  return (
    <fieldset className={classes.stage}>
      <legend>{t('catalogue.terms.stage', { number: index + 1 })}</legend>
      <Item name={[index, 'due']} label={t('catalogue.terms.due')}>
        <Pick options={duesOf(useIsKnowHow()).map((value) => ({ value, label: t(`catalogue.terms.dues.${value}`) }))} />
      </Item>
      {due === 'Day' && <DayItem name={[index, 'dueOn']} label={t('catalogue.terms.dueOn')} required />}
      {due === 'OtherEvent' && (
        <Item name={[index, 'event']} label={t('catalogue.terms.event')} required><Input maxLength={200} /></Item>
      )}
      {isAmount ? (
        <Item name={[index, 'amount']} label={t('catalogue.terms.amount')} required><MoneyInput /></Item>
      ) : (
        <Item name={[index, 'shareBp']} label={t('catalogue.terms.share')} required><PercentInput /></Item>
      )}
      <Button onClick={remove}>{t('catalogue.terms.removeStage')}</Button>
    </fieldset>
  );
}

/** What the stages make so far, and of what. */
function Left({ isAmount }: { isAmount: boolean }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Fields>();
  const stages = Form.useWatch(['price', 'instalments'], form) as NonNullable<Fields['price']>['instalments'];
  const total = Form.useWatch('askingPrice', form) ?? 0;
  if (!stages || stages.length === 0) return <p role="status">{t('catalogue.terms.noStage')}</p>;
  const sum = stages.reduce((sofar, stage) => sofar + ((isAmount ? stage?.amount : stage?.shareBp) ?? 0), 0);
  const shown = isAmount
    ? { sum: formatYuan(sum), total: formatYuan(total) }
    : { sum: `${formatPercent(sum)}%`, total: `${formatPercent(WHOLE_BP)}%` };
  return <p role="status">{t(sum === (isAmount ? total : WHOLE_BP) ? 'catalogue.terms.stagesWhole' : 'catalogue.terms.stagesLeft', shown)}</p>;
}
