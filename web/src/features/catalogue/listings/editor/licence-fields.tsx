import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Pick } from '@/shared/ui/pick.tsx';
import { IMPROVERS, PROVINCES, startsOf, TERRITORIES } from '../choices.ts';
import classes from '../listings.module.css';
import { Chosen, DayItem, Item, TextItem } from './item.tsx';
import { useIsKnowHow } from './know-how-fields.tsx';

const SPANS = ['right', 'years'] as const;

/** Where, for what, from when and how long a licensee may use it, and what comes with it. */
export function LicenceFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const isKnowHow = useIsKnowHow();
  const territory = Form.useWatch<string | undefined>(['licence', 'territory'], form);
  const start = Form.useWatch<string | undefined>(['licence', 'start'], form);
  const until = Form.useWatch<string | undefined>(['licence', 'until'], form);
  return (
    <fieldset>
      <legend>{t('catalogue.terms.licence')}</legend>
      <Form.Item name={['licence', 'territory']} label={t('catalogue.terms.territory')}>
        <Chosen label={t('catalogue.terms.territory')} options={TERRITORIES.map((value) => ({ value, label: t(`catalogue.terms.territories.${value}`) }))} />
      </Form.Item>
      {territory === 'Provinces' && (
        <Form.Item name={['licence', 'provinces']} label={t('catalogue.terms.provinces')}>
          <Checkbox.Group
            className={classes.checks ?? ''}
            options={PROVINCES.map((value) => ({ value, label: t(`catalogue.province.${value}`) }))}
          />
        </Form.Item>
      )}
      {territory === 'Other' && (
        <TextItem name={['licence', 'territoryText']} label={t('catalogue.terms.territoryText')} required />
      )}
      <TextItem name={['licence', 'fieldOfUse']} label={t('catalogue.terms.fieldOfUse')} extra={t('catalogue.terms.fieldOfUseHint')} />
      <Item name={['licence', 'start']} label={t('catalogue.terms.start')}>
        <Pick options={startsOf(isKnowHow).map((value) => ({ value, label: t(`catalogue.terms.starts.${value}`) }))} />
      </Item>
      {start === 'Day' && <DayItem name={['licence', 'startsOn']} label={t('catalogue.terms.startsOn')} required />}
      <Form.Item name={['licence', 'until']} label={t('catalogue.terms.span')} extra={isKnowHow ? undefined : t('catalogue.terms.spanHint')}>
        <Chosen label={t('catalogue.terms.span')} options={SPANS.map((value) => ({ value, label: t(isKnowHow && value === 'right' ? 'catalogue.knowHow.span' : `catalogue.terms.spans.${value}`) }))} />
      </Form.Item>
      {until === 'years' && (
        <Item name={['licence', 'years']} label={t('catalogue.terms.years')} required digits>
          <Input inputMode="numeric" maxLength={2} suffix={t('catalogue.terms.yearsUnit')} />
        </Item>
      )}
      <Form.Item name={['licence', 'maySublicense']} valuePropName="checked" extra={t('catalogue.terms.sublicenceHint')}>
        <Checkbox>{t('catalogue.terms.sublicence')}</Checkbox>
      </Form.Item>
      <Item name={['licence', 'improvements']} label={t('catalogue.terms.improvements')} extra={t('catalogue.terms.improvementsHint')}>
        <Pick options={IMPROVERS.map((value) => ({ value, label: t(`catalogue.terms.improvers.${value}`) }))} />
      </Item>
      <TextItem name={['licence', 'assistance']} label={t('catalogue.terms.assistance')} extra={t('catalogue.terms.assistanceHint')} rows={2} />
    </fieldset>
  );
}
