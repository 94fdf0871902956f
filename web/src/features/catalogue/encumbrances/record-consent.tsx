import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { linesOf } from '@/shared/ui/act-button.tsx';
import { type Mode, recordConsent, withdrawConsent } from './api.ts';
import { type BasisFields, basisOf, FactForm } from './fact-form.tsx';
import { ModeChecks } from './mode-checks.tsx';

interface Fields extends BasisFields {
  about: string;
  givers?: string;
  modes?: Mode[];
  buyer?: string;
}

/** What an authority permits to one foreign buyer at a time. */
const BY_BUYER: readonly Server['EncumbranceKind'][] = ['ExportRestricted', 'PublicFunding'];

const CO_OWNERS = '';

/** The written consent of a pledgee, a licensee, an authority, or of co-owners. */
export function RecordConsent({ number, book }: { number: string; book: Server['PatentEncumbrances'] }) {
  const { t } = useTranslation();
  const open = book.encumbrances.filter((item) => item.isInForce);
  const isByBuyer = (about: string) =>
    open.some((item) => String(item.number) === about && BY_BUYER.includes(item.kind));
  const send = (fields: Fields, commandId: string) =>
    recordConsent(
      number,
      {
        encumbrance: fields.about === CO_OWNERS ? null : Number(fields.about),
        givers: fields.about === CO_OWNERS ? linesOf(fields.givers ?? '') : [],
        modes: fields.modes ?? [],
        basis: basisOf(fields),
        buyer: isByBuyer(fields.about) ? (fields.buyer ?? '').trim() || null : null,
      },
      commandId,
    );
  return (
    <FactForm<Fields>
      label={t('catalogue.encumbrance.recordConsent')}
      explain={t('catalogue.encumbrance.recordConsentText')}
      initial={{ about: CO_OWNERS, modes: ['Sale'] }}
      send={send}
    >
      {() => (
        <>
          <Form.Item name="about" label={t('catalogue.encumbrance.about')}>
            <AboutChoice items={open} />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before: Fields, after: Fields) => before.about !== after.about}>
            {({ getFieldValue }) => <About about={String(getFieldValue('about'))} isByBuyer={isByBuyer} />}
          </Form.Item>
          <Form.Item name="modes" label={t('catalogue.encumbrance.consentModes')}><ModeChecks /></Form.Item>
        </>
      )}
    </FactForm>
  );
}

/** Who consents, or whom an authority's permit is for. */
function About({ about, isByBuyer }: { about: string; isByBuyer: (about: string) => boolean }) {
  const { t } = useTranslation();
  if (isByBuyer(about))
    return (
      <Form.Item name="buyer" label={t('catalogue.encumbrance.buyer')} extra={t('catalogue.encumbrance.buyerHint')}>
        <Input maxLength={80} />
      </Form.Item>
    );
  if (about !== CO_OWNERS) return null;
  return (
    <Form.Item name="givers" label={t('catalogue.encumbrance.givers')} extra={t('catalogue.record.linesHint')}>
      <Input.TextArea rows={2} maxLength={2_000} />
    </Form.Item>
  );
}

export function WithdrawConsent({ number, item }: { number: string; item: number }) {
  const { t } = useTranslation();
  return (
    <FactForm<BasisFields>
      label={t('catalogue.encumbrance.withdrawConsent')}
      explain={t('catalogue.encumbrance.withdrawConsentText')}
      initial={{}}
      send={(fields, commandId) => withdrawConsent(number, item, { basis: basisOf(fields) }, commandId)}
    >
      {() => null}
    </FactForm>
  );
}

interface AboutChoiceProps {
  id?: string;
  value?: string;
  items: readonly Server['EncumbranceView'][];
  onChange?: (about: string) => void;
}

function AboutChoice({ id, value, items, onChange }: AboutChoiceProps) {
  const { t } = useTranslation();
  return (
    <select id={id} value={value} onChange={(event) => onChange?.(event.target.value)}>
      <option value={CO_OWNERS}>{t('catalogue.encumbrance.coOwners')}</option>
      {items.map((item) => (
        <option key={item.number} value={item.number}>
          {t('catalogue.encumbrance.numbered', { number: item.number, name: item.name })}
        </option>
      ))}
    </select>
  );
}
