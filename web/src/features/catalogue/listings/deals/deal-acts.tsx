import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { FormButton } from '@/shared/ui/form-button.tsx';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { PercentInput } from '@/shared/ui/percent-input.tsx';
import { Pick as PickOne } from '@/shared/ui/pick.tsx';
import type { Listing } from '../api.ts';
import { agreedOf, type Fields as OfferFields } from '../editor/fields.ts';
import { fieldsOf } from '../editor/initial.ts';
import { DayItem, Item, TextItem } from '../editor/item.tsx';
import { AgreedFields } from '../editor/price-fields.tsx';
import { failContract, intentsQuery, type Period, recordDeal } from '../period/api.ts';

interface Fields extends Pick<OfferFields, 'askingPrice' | 'price' | 'equity'> {
  intent: string;
  concludedOn: string;
  reference?: string;
  source?: string;
  choice?: string;
}

interface Failed {
  intent: string;
  reason: string;
}

const said = (text: string | undefined): string | null => text?.trim() || null;

/** What an officer records where the two sides agree: with whom, on what, out of which paper; or that nothing came of it. */
export function DealActs({ listing, period }: { listing: Listing; period: Period }) {
  const may = allows(period, 'record-deal') || allows(period, 'fail-deal');
  return may ? <Acts listing={listing} period={period} /> : null;
}

function Acts({ listing, period }: { listing: Listing; period: Period }) {
  const { t } = useTranslation();
  const { id } = period;
  const mode = listing.offer.mode ?? 'Sale';
  const standing = (useQuery(intentsQuery(id)).data?.items ?? []).filter((intent) => intent.stands);
  if (standing.length === 0) return null;
  const options = standing.map(({ number, partyName }) => ({
    value: String(number),
    label: t('catalogue.deal.party', { number, name: partyName || t('catalogue.period.erased') }),
  }));
  const first = options[0]?.value ?? '';
  const isChosen = !period.isRepeatable && standing.length > 1;
  const isOpen = mode === 'OpenLicence';
  const { askingPrice, price, equity } = fieldsOf(listing.offer);
  const whom = (
    <Item name={['intent']} label={t('catalogue.deal.with')}><PickOne options={options} /></Item>
  );
  return (
    <>
      {allows(period, 'record-deal') && (
        <FormButton<Fields>
          primary
          label={t(isOpen ? 'catalogue.deal.recordOpen' : 'catalogue.deal.record')}
          explain={t(isOpen ? 'catalogue.deal.recordOpenText' : period.isRepeatable ? 'catalogue.deal.recordManyText' : 'catalogue.deal.recordText')}
          initial={{ intent: first, askingPrice: askingPrice ?? null, ...(price && { price: { ...price, way: 'Asking' } }), ...(equity && { equity }) }}
          done={t('catalogue.deal.recorded')}
          send={(fields, commandId) =>
            recordDeal(
              id,
              {
                intent: Number(fields.intent),
                concludedOn: fields.concludedOn,
                source: (fields.source ?? '').trim(),
                agreed: agreedOf({ ...(equity && { equity: { ...equity, ...fields.equity } }), ...priced(fields) }, mode),
                reference: said(fields.reference),
                choice: isChosen ? said(fields.choice) : null,
              },
              commandId,
            )}
        >
          {whom}
          {mode === 'EquityContribution' ? <EquityAgreed /> : !isOpen && <AgreedFields mode={mode} />}
          <DayItem name={['concludedOn']} label={t(isOpen ? 'catalogue.deal.paidOn' : 'catalogue.period.concludedOn')} required />
          {!isOpen && <TextItem name={['reference']} label={t('catalogue.period.contractReference')} max={100} required />}
          <TextItem name={['source']} label={t('catalogue.deal.source')} extra={t(isOpen ? 'catalogue.deal.openSourceHint' : 'catalogue.deal.sourceHint')} max={200} required />
          {isChosen && <TextItem name={['choice']} label={t('catalogue.deal.choice')} extra={t('catalogue.deal.choiceHint')} rows={3} max={1_000} required />}
        </FormButton>
      )}
      {allows(period, 'fail-deal') && (
        <FormButton<Failed>
          label={t('catalogue.deal.fail')}
          explain={t('catalogue.deal.failText')}
          initial={{ intent: first, reason: '' }}
          done={t('catalogue.deal.failed')}
          send={({ intent, reason }, commandId) => failContract(id, reason.trim(), commandId, Number(intent))}
        >
          {whom}
          <Form.Item name="reason" label={t('catalogue.period.reason')} rules={[{ required: true, whitespace: true, message: t('parties.signIn.required') }]}>
            <Input.TextArea rows={2} maxLength={1_000} />
          </Form.Item>
        </FormButton>
      )}
    </>
  );
}

const priced = ({ askingPrice, price }: Fields): Pick<OfferFields, 'askingPrice' | 'price'> => ({
  ...(askingPrice !== undefined && { askingPrice }),
  ...(price && { price }),
});

function EquityAgreed() {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('catalogue.deal.price')}</legend>
      <TextItem name={['equity', 'company']} label={t('catalogue.deal.company')} max={200} required />
      <Item name={['equity', 'shareBp']} label={t('catalogue.deal.share')} required><PercentInput /></Item>
      <Item name={['equity', 'valuation']} label={t('catalogue.terms.valuation')} required><MoneyInput /></Item>
      <TextItem name={['equity', 'valuationBasis']} label={t('catalogue.terms.valuationBasis')} rows={2} required />
    </fieldset>
  );
}
