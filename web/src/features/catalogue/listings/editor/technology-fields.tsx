import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { PercentInput } from '@/shared/ui/percent-input.tsx';
import { Pick } from '@/shared/ui/pick.tsx';
import { FIELDS, MATURITIES, ROUTES, SHARES } from '../../technology/choices.ts';
import classes from '../listings.module.css';
import { Item } from './item.tsx';

/** Figures of the technology, all optional: what is stated is found by it. */
export function TechnologyFields() {
  const { t } = useTranslation();
  const maturities = [
    { value: '', label: t('catalogue.technology.unstated') },
    ...MATURITIES.map((level) => ({ value: String(level), label: t(`catalogue.technology.maturities.${level}`) })),
  ];
  return (
    <fieldset>
      <legend>{t('catalogue.technology.title')}</legend>
      <p>{t('catalogue.technology.lead')}</p>
      <Form.Item name={['technology', 'fields']} label={t('catalogue.technology.fields')} extra={t('catalogue.technology.choicesHint')}>
        <Checkbox.Group className={classes.checks ?? ''} options={FIELDS.map((value) => ({ value, label: t(`catalogue.technology.field.${value}`) }))} />
      </Form.Item>
      <Form.Item name={['technology', 'routes']} label={t('catalogue.technology.routes')} extra={t('catalogue.technology.choicesHint')}>
        <Checkbox.Group className={classes.checks ?? ''} options={ROUTES.map((value) => ({ value, label: t(`catalogue.technology.route.${value}`) }))} />
      </Form.Item>
      <div className={classes.figures}>
        {SHARES.map((name) => (
          <Item key={name} name={['technology', name]} label={t(`catalogue.technology.figure.${name}`)}><PercentInput /></Item>
        ))}
        <Item name={['technology', 'capacityTonnes']} label={t('catalogue.technology.figure.capacityTonnes')} digits>
          <Input inputMode="numeric" maxLength={9} suffix={t('catalogue.technology.tonnes')} />
        </Item>
      </div>
      <Item name={['technology', 'maturity']} label={t('catalogue.technology.figure.maturity')}><Pick options={maturities} /></Item>
    </fieldset>
  );
}
