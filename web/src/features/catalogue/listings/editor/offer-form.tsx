import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText, Refused } from '@/shared/api/problems.ts';
import type { Mode } from '../../encumbrances/api.ts';
import type { Offer } from '../api.ts';
import { formsOf, type PriceWay, waysOf } from '../choices.ts';
import classes from '../listings.module.css';
import { ModeGate } from './mode-gate.tsx';
import { type Fields, offerOf, placeOf } from './fields.ts';
import { fieldsOf } from './initial.ts';
import { TextItem } from './item.tsx';
import { KnowHowFields, PublicText } from './know-how-fields.tsx';
import { ModeFields } from './mode-fields.tsx';
import { MoreTerms, PriceFields } from './price-fields.tsx';
import { SubjectFields } from './subject-fields.tsx';
import { TechnologyFields } from './technology-fields.tsx';

interface OfferFormProps {
  /** The patent offered, by its number; null = know-how without one. */
  patent: string | null;
  offer?: Offer;
  submitLabel: string;
  isSaving: boolean;
  /** What the server refused, and of which field. */
  onSave: (offer: Offer, refused: (error: unknown) => void) => void;
}

const NEW: Offer = { askingPrice: null, description: '', terms: '' };
const NEW_KNOW_HOW: Offer = { ...NEW, subject: { kind: 'KnowHow', title: '', knowHow: '', bundle: '', isTextPublic: false } };

/** What the seller offers and on which terms: the form follows the mode. */
export function OfferForm({ patent, offer, submitLabel, isSaving, onSave }: OfferFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const [mode, setMode] = useState<Mode>(offer?.mode ?? 'Sale');
  const [fault, setFault] = useState<string | null>(null);
  const isKnowHow = patent === null;
  const start = fieldsOf(offer ?? (isKnowHow ? NEW_KNOW_HOW : NEW));
  const onlySharesUnlessNamed = (way: PriceWay) => {
    if (way !== 'Asking') form.setFieldValue(['price', 'by'], 'share');
  };
  const choose = (next: Mode) => {
    setMode(next);
    const price = form.getFieldValue('price') as NonNullable<Fields['price']>;
    const way = waysOf(next, isKnowHow).find((value) => value === price.way) ?? 'Asking';
    const paid = formsOf(next, way).find((value) => value === price.form) ?? 'LumpSum';
    form.setFieldsValue({ price: { ...price, way, form: paid } });
    onlySharesUnlessNamed(way);
    setFault(null);
  };
  const refused = (error: unknown) => {
    setFault(problemText(error));
    const place = error instanceof Refused ? placeOf(error) : null;
    if (place === null) return;
    form.setFields([{ name: place as never, errors: [problemText(error)] }]);
    form.scrollToField(place as never, { focus: true });
  };
  const changed = (changes: Partial<Fields>) => {
    setFault(null);
    const way = changes.price?.way;
    if (way) onlySharesUnlessNamed(way);
    const paid = form.getFieldValue(['price', 'form']) as NonNullable<Fields['price']>['form'];
    if (way && !formsOf(mode, way).includes(paid)) form.setFieldValue(['price', 'form'], 'LumpSum');
  };
  const rest = (
    <>
      <TextItem
        name={['description']}
        label={t('catalogue.listing.description')}
        extra={t(isKnowHow ? 'catalogue.knowHow.descriptionHint' : 'catalogue.listing.descriptionHint')}
        rows={6}
        max={2_000}
        required
      />
      {mode !== 'EquityContribution' && <PriceFields mode={mode} />}
      <ModeFields key={mode} mode={mode} />
      <TechnologyFields />
      <MoreTerms />
      {isKnowHow && <PublicText />}
      <div role="alert" className={classes.fault}>{fault && <Alert type="error" showIcon title={fault} />}</div>
      <Button type="primary" size="large" htmlType="submit" loading={isSaving}>{submitLabel}</Button>
    </>
  );
  return (
    <Form<Fields>
      name="offer"
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      className={classes.offer ?? ''}
      initialValues={offer ? start : { ...start, price: { ...start.price, way: 'Asking' } }}
      onValuesChange={changed}
      onFinish={(fields) => {
        setFault(null);
        onSave(offerOf(fields, mode), refused);
      }}
    >
      {isKnowHow ? (
        <>
          <KnowHowFields mode={mode} onMode={choose} />
          {rest}
        </>
      ) : (
        <ModeGate number={patent} value={mode} onChange={choose}>
          {(isPending) => (
            <>
              <SubjectFields isPending={isPending} />
              {rest}
            </>
          )}
        </ModeGate>
      )}
    </Form>
  );
}
