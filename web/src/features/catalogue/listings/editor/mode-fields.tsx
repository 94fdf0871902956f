import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { PercentInput } from '@/shared/ui/percent-input.tsx';
import { Pick } from '@/shared/ui/pick.tsx';
import type { Mode } from '../../encumbrances/api.ts';
import { isLicence, PAYERS, REALISATIONS } from '../choices.ts';
import { EquitySteps } from '../shown/equity-steps.tsx';
import { DayItem, Item, TextItem } from './item.tsx';
import { useIsKnowHow } from './know-how-fields.tsx';
import { LicenceFields } from './licence-fields.tsx';

/** The terms that belong to the mode and to no other. */
export function ModeFields({ mode }: { mode: Mode }) {
  if (mode === 'Sale') return <SaleFields />;
  if (isLicence(mode)) return <LicenceFields />;
  if (mode === 'OpenLicence') return <OpenLicenceFields />;
  return mode === 'EquityContribution' ? <EquityFields /> : <PledgeFields />;
}

function SaleFields() {
  const { t } = useTranslation();
  const isKnowHow = useIsKnowHow();
  const payers = PAYERS.map((value) => ({ value, label: t(`catalogue.terms.payers.${value}`) }));
  return (
    <fieldset>
      <legend>{t('catalogue.terms.included')}</legend>
      <Form.Item name={['sale', 'hasDocuments']} valuePropName="checked">
        <Checkbox>{t('catalogue.terms.documents')}</Checkbox>
      </Form.Item>
      {!isKnowHow && (
        <Form.Item name={['sale', 'hasKnowHow']} valuePropName="checked">
          <Checkbox>{t('catalogue.terms.knowHow')}</Checkbox>
        </Form.Item>
      )}
      <Item name={['sale', 'transitionMonths']} label={t('catalogue.terms.transitionMonths')} digits>
        <Input inputMode="numeric" maxLength={2} suffix={t('catalogue.terms.monthsUnit')} />
      </Item>
      <TextItem name={['sale', 'transition']} label={t('catalogue.terms.transition')} extra={t('catalogue.terms.transitionHint')} rows={2} />
      {!isKnowHow && <Item name={['sale', 'annualFees']} label={t('catalogue.terms.annualFees')}><Pick options={payers} /></Item>}
      {!isKnowHow && <Item name={['sale', 'registrationFee']} label={t('catalogue.terms.registrationFee')}><Pick options={payers} /></Item>}
    </fieldset>
  );
}

function OpenLicenceFields() {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('catalogue.terms.open')}</legend>
      <p>{t('catalogue.terms.openText')}</p>
      <TextItem name={['openLicence', 'feeStandard']} label={t('catalogue.terms.feeStandard')} extra={t('catalogue.terms.feeStandardHint')} rows={3} max={2_000} required />
      <DayItem name={['openLicence', 'until']} label={t('catalogue.terms.openUntil')} extra={t('catalogue.terms.openUntilHint')} />
      <TextItem name={['openLicence', 'statement']} label={t('catalogue.terms.statement')} extra={t('catalogue.terms.statementHint')} rows={4} max={2_000} required />
      <TextItem name={['openLicence', 'evaluationReport']} label={t('catalogue.terms.evaluation')} extra={t('catalogue.terms.evaluationHint')} max={200} />
    </fieldset>
  );
}

function EquityFields() {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('catalogue.terms.equity')}</legend>
      <TextItem name={['equity', 'company']} label={t('catalogue.terms.company')} extra={t('catalogue.terms.companyHint')} max={200} />
      <TextItem name={['equity', 'sought']} label={t('catalogue.terms.sought')} rows={2} />
      <Item name={['equity', 'shareBp']} label={t('catalogue.terms.equityShare')} required><PercentInput /></Item>
      <Item name={['equity', 'valuation']} label={t('catalogue.terms.valuation')} required><MoneyInput /></Item>
      <TextItem name={['equity', 'valuationBasis']} label={t('catalogue.terms.valuationBasis')} extra={t('catalogue.terms.valuationBasisHint')} rows={2} required />
      <EquitySteps />
    </fieldset>
  );
}

function PledgeFields() {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('catalogue.terms.pledge')}</legend>
      <TextItem name={['pledge', 'pledgee']} label={t('catalogue.terms.pledgee')} extra={t('catalogue.terms.pledgeeHint')} max={200} required />
      <Item name={['pledge', 'basis']} label={t('catalogue.terms.realisation')}>
        <Pick options={REALISATIONS.map((value) => ({ value, label: t(`catalogue.terms.realisations.${value}`) }))} />
      </Item>
      <TextItem name={['pledge', 'document']} label={t('catalogue.terms.realisationDocument')} max={200} required />
      <Item name={['pledge', 'claim']} label={t('catalogue.terms.claim')} extra={t('catalogue.terms.claimHint')} required><MoneyInput /></Item>
      <Form.Item name={['pledge', 'surplusToPledgor']} valuePropName="checked" extra={t('catalogue.terms.surplusHint')}>
        <Checkbox>{t('catalogue.terms.surplus')}</Checkbox>
      </Form.Item>
    </fieldset>
  );
}
