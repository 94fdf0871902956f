import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/format/dates.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import type { Listing } from '../api.ts';
import { DayItem } from '../editor/item.tsx';
import { decideChange, failContract, type Period, recordContract } from './api.ts';
import { FormButton } from '@/shared/ui/form-button.tsx';

interface Fields {
  price: number | null;
  concludedOn: string;
  reference?: string;
}

const REFERENCE_CHARS_MAX = 100;

/** What the centre's people do: decide on a change, record how the contract came out. */
export function DeskActs({ listing, period }: { listing: Listing; period: Period }) {
  const { t } = useTranslation();
  const { id } = period;
  const asked = listing.offer.askingPrice?.fen;
  return (
    <>
      {allows(period, 'decide-change') && (
        <>
          <ActButton
            primary
            label={t('catalogue.period.agree')}
            explain={t('catalogue.period.agreeText')}
            asks={t('catalogue.period.reason')}
            done={t('catalogue.period.agreed')}
            act={(text, commandId) => decideChange(id, true, text, commandId)}
          />
          <ActButton
            label={t('catalogue.period.disagree')}
            explain={t('catalogue.period.disagreeText')}
            asks={t('catalogue.period.reason')}
            done={t('catalogue.period.disagreed')}
            act={(text, commandId) => decideChange(id, false, text, commandId)}
          />
        </>
      )}
      {allows(period, 'record-contract') && (
        <FormButton<Fields>
          primary
          label={t('catalogue.period.recordContract')}
          explain={t('catalogue.period.recordContractText')}
          initial={{ price: asked ?? null }}
          done={t('catalogue.period.contractRecorded')}
          send={({ price, concludedOn, reference }, commandId) =>
            recordContract(id, { price: { fen: price ?? 0, currency: 'CNY' }, concludedOn, reference: reference?.trim() || null }, commandId)}
        >
          <Form.Item
            name="price"
            label={t('catalogue.period.contractPrice')}
            rules={[{ required: true, type: 'number', min: asked ?? 1, message: t('catalogue.period.priceBelow') }]}
          >
            <MoneyInput />
          </Form.Item>
          <DayItem
            name={['concludedOn']}
            label={t('catalogue.period.concludedOn')}
            {...(period.endsAt && { extra: t('catalogue.period.concludedHint', { from: formatDate(period.endsAt) }) })}
            required
          />
          <Form.Item name="reference" label={t('catalogue.period.contractReference')} extra={t('catalogue.period.contractReferenceHint')}>
            <Input maxLength={REFERENCE_CHARS_MAX} />
          </Form.Item>
        </FormButton>
      )}
      {allows(period, 'fail-contract') && (
        <ActButton
          label={t('catalogue.period.failContract')}
          explain={t('catalogue.period.failContractText')}
          asks={t('catalogue.period.reason')}
          done={t('catalogue.period.contractFailed')}
          act={(text, commandId) => failContract(id, text, commandId)}
        />
      )}
    </>
  );
}
