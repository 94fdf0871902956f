import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import type { Listing } from '../api.ts';
import { extendPeriod, type Period, requestChange } from './api.ts';
import { FormButton } from '@/shared/ui/form-button.tsx';

interface Fields {
  price: number | null;
  description: string;
  terms: string;
  days: string;
  reason: string;
}

/** What the seller chooses when nobody came, and a change of what is published: his or a handler's. */
export function SellerActs({ listing, period }: { listing: Listing; period: Period }) {
  const { t } = useTranslation();
  const { id, bounds } = period;
  const { offer } = listing;
  // What is out without a period may stay so.
  const least = period.isOpen && !period.endsAt ? bounds.min : Math.max(1, bounds.min);
  const required = { required: true, whitespace: true, message: t('parties.signIn.required') };
  return (
    <>
      {allows(period, 'extend') && (
        <ActButton
          primary
          label={t('catalogue.period.extend', { days: period.extensionWorkingDays })}
          explain={t('catalogue.period.extendText')}
          done={t('catalogue.period.extended')}
          act={(_, commandId) => extendPeriod(id, commandId)}
        />
      )}
      {allows(period, 'request-change') && (
        <FormButton<Fields>
          label={t('catalogue.period.change')}
          explain={t('catalogue.period.changeText')}
          initial={{
            price: offer.askingPrice?.fen ?? null,
            description: offer.description,
            terms: offer.terms,
            days: String(Math.max(least, period.chosen?.workingDays ?? bounds.usual)),
            reason: '',
          }}
          done={t('catalogue.period.changeAsked')}
          send={({ price, description, terms, days, reason }, commandId) =>
            requestChange(
              id,
              {
                offer: {
                  ...offer,
                  askingPrice: price === null ? null : { fen: price, currency: 'CNY' },
                  description: description.trim(),
                  terms: terms.trim(),
                },
                workingDays: Number(days),
                reason: reason.trim(),
              },
              commandId,
            )}
        >
          <Form.Item name="price" label={t('catalogue.card.price')} extra={t('catalogue.period.priceHint')}><MoneyInput /></Form.Item>
          <Form.Item name="description" label={t('catalogue.listing.description')} rules={[required]}>
            <Input.TextArea rows={4} maxLength={2_000} />
          </Form.Item>
          <Form.Item name="terms" label={t('catalogue.listing.terms')}><Input.TextArea rows={3} maxLength={2_000} /></Form.Item>
          <Form.Item
            name="days"
            label={t('catalogue.period.days')}
            rules={[{ required: true, pattern: /^\d{1,3}$/, message: t('catalogue.period.daysHint', { min: least, max: bounds.max }) }]}
          >
            <Input inputMode="numeric" maxLength={3} />
          </Form.Item>
          <Form.Item name="reason" label={t('catalogue.period.reason')} rules={[required]}>
            <Input.TextArea rows={2} maxLength={1_000} />
          </Form.Item>
        </FormButton>
      )}
    </>
  );
}
