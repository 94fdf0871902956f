import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { PercentsInput } from '@/shared/ui/percent-input.tsx';
import { Pick } from '@/shared/ui/pick.tsx';
import type { Mode } from '../../encumbrances/api.ts';
import { BASES, formsOf, isRoyalty, type PriceForm, type PriceWay, waysOf } from '../choices.ts';
import { InstalmentFields } from './instalment-fields.tsx';
import { Chosen, Item, TextItem } from './item.tsx';
import { useIsKnowHow } from './know-how-fields.tsx';

/** How the price comes about, and how it is paid (民法典846); only what belongs to the choice is asked. */
export function PriceFields({ mode }: { mode: Mode }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const way = Form.useWatch<PriceWay | undefined>(['price', 'way'], form);
  const paid = Form.useWatch<PriceForm | undefined>(['price', 'form'], form);
  const ways = waysOf(mode, useIsKnowHow());
  const forms = formsOf(mode, way);
  return (
    <fieldset>
      <legend>{t('catalogue.terms.price')}</legend>
      <Form.Item name={['price', 'way']} label={t('catalogue.terms.way')}>
        <Chosen label={t('catalogue.terms.way')} options={ways.map((value) => ({ value, label: t(`catalogue.terms.ways.${value}`) }))} />
      </Form.Item>
      <Form.Item name={['price', 'form']} label={t('catalogue.terms.form')} extra={t('catalogue.terms.formHint')}>
        <Chosen label={t('catalogue.terms.form')} options={forms.map((value) => ({ value, label: t(`catalogue.terms.forms.${value}`) }))} />
      </Form.Item>
      {way === 'Asking' && !isRoyalty(paid) && (
        <Item name={['askingPrice']} label={t('catalogue.card.price')} required><MoneyInput /></Item>
      )}
      {way === 'Bidding' && (
        <Item name={['price', 'startPrice']} label={t('catalogue.terms.startPrice')} extra={t('catalogue.terms.startPriceHint')}>
          <MoneyInput />
        </Item>
      )}
      <PaidFields way={way} paid={paid} />
    </fieldset>
  );
}

/** What two sides have agreed to pay: a price that is named, in a form of the mode. */
export function AgreedFields({ mode }: { mode: Mode }) {
  const { t } = useTranslation();
  const paid = Form.useWatch<PriceForm | undefined>(['price', 'form'], Form.useFormInstance());
  return (
    <fieldset>
      <legend>{t('catalogue.deal.price')}</legend>
      <Form.Item name={['price', 'form']} label={t('catalogue.terms.form')} extra={t('catalogue.terms.formHint')}>
        <Chosen
          label={t('catalogue.terms.form')}
          options={formsOf(mode, 'Asking').map((value) => ({ value, label: t(`catalogue.terms.forms.${value}`) }))}
        />
      </Form.Item>
      {!isRoyalty(paid) && <Item name={['askingPrice']} label={t('catalogue.deal.total')} required><MoneyInput /></Item>}
      <PaidFields way="Asking" paid={paid} />
    </fieldset>
  );
}

function PaidFields({ way, paid }: { way: PriceWay | undefined; paid: PriceForm | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {paid === 'Instalments' && <InstalmentFields way={way} />}
      {paid === 'EntryFeeAndRoyalty' && (
        <Item name={['price', 'entryFee']} label={t('catalogue.terms.entryFee')} required={way === 'Asking'}><MoneyInput /></Item>
      )}
      {isRoyalty(paid) && <RoyaltyFields />}
    </>
  );
}

function RoyaltyFields() {
  const { t } = useTranslation();
  const base = Form.useWatch<string | undefined>(['price', 'royalty', 'base'], Form.useFormInstance());
  return (
    <>
      <Item name={['price', 'royalty', 'base']} label={t('catalogue.terms.base')}>
        <Pick options={BASES.map((value) => ({ value, label: t(`catalogue.terms.bases.${value}`) }))} />
      </Item>
      {base === 'UnitsMade' ? (
        <>
          <Item name={['price', 'royalty', 'perUnit']} label={t('catalogue.terms.perUnit')} required><MoneyInput /></Item>
          <Item name={['price', 'royalty', 'unit']} label={t('catalogue.terms.unit')} extra={t('catalogue.terms.unitHint')} required>
            <Input maxLength={20} />
          </Item>
        </>
      ) : (
        <Item name={['price', 'royalty', 'ratesBp']} label={t('catalogue.terms.rates')} extra={t('catalogue.terms.ratesHint')} required>
          <PercentsInput />
        </Item>
      )}
      <Item name={['price', 'royalty', 'minimumPerYear']} label={t('catalogue.terms.minimum')}><MoneyInput /></Item>
      <Form.Item name={['price', 'royalty', 'hasAudit']} valuePropName="checked" extra={t('catalogue.terms.auditHint')}>
        <Checkbox>{t('catalogue.terms.audit')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** What every mode's price has said in words. */
export const MoreTerms = () => {
  const { t } = useTranslation();
  return <TextItem name={['terms']} label={t('catalogue.listing.terms')} extra={t('catalogue.terms.otherHint')} rows={3} max={2_000} />;
};
