import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import type { Mode } from '../encumbrances/api.ts';
import { ModeChoice } from '../encumbrances/mode-choice.tsx';
import type { Offer } from './api.ts';

interface Fields {
  price: number | null;
  description: string;
  terms: string;
}

interface OfferFormProps {
  /** The patent offered, by its number. */
  patent: string;
  offer?: Offer;
  submitLabel: string;
  isSaving: boolean;
  onSave: (offer: Offer) => void;
}

const TEXT_CHARS_MAX = 2_000;

/** What the seller offers. A price is either an amount or openly "to be negotiated". */
export function OfferForm({ patent, offer, submitLabel, isSaving, onSave }: OfferFormProps) {
  const { t } = useTranslation();
  const [isNegotiable, setNegotiable] = useState(offer !== undefined && offer.askingPrice === null);
  const [mode, setMode] = useState<Mode>(offer?.mode ?? 'Sale');
  const save = ({ price, description, terms }: Fields) =>
    onSave({
      askingPrice: isNegotiable || price === null ? null : { fen: price, currency: 'CNY' },
      description: (description ?? '').trim(),
      terms: (terms ?? '').trim(),
      mode,
    });
  return (
    <Form<Fields>
      name="offer"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        price: offer?.askingPrice?.fen ?? null,
        description: offer?.description ?? '',
        terms: offer?.terms ?? '',
      }}
      onFinish={save}
    >
      <ModeChoice number={patent} value={mode} onChange={setMode} />
      <Checkbox checked={isNegotiable} onChange={(event) => setNegotiable(event.target.checked)}>
        {t('catalogue.listing.negotiable')}
      </Checkbox>
      <Form.Item
        name="price"
        label={t('catalogue.card.price')}
        rules={isNegotiable ? [] : [{ required: true, type: 'number', min: 1, message: t('catalogue.listing.priceMissing') }]}
      >
        <MoneyInput disabled={isNegotiable} />
      </Form.Item>
      <Form.Item
        name="description"
        label={t('catalogue.listing.description')}
        extra={t('catalogue.listing.descriptionHint')}
        rules={[{ required: true, whitespace: true, message: t('parties.signIn.required') }]}
      >
        <Input.TextArea rows={6} maxLength={TEXT_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="terms" label={t('catalogue.listing.terms')} extra={t('catalogue.listing.termsHint')}>
        <Input.TextArea rows={4} maxLength={TEXT_CHARS_MAX} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isSaving}>{submitLabel}</Button>
    </Form>
  );
}
