import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { linesOf } from '@/shared/ui/act-button.tsx';
import { type Mode, recordEncumbrance } from './api.ts';
import { type BasisFields, basisOf, FactForm } from './fact-form.tsx';
import { ModeChecks } from './mode-checks.tsx';

type Kind = Server['EncumbranceKind'];

const KINDS = [
  'Pledge', 'ExclusiveLicence', 'SoleLicence', 'OrdinaryLicence', 'OpenLicence', 'Preservation', 'OwnershipDispute',
  'Suspension', 'InvalidationRequest', 'FeeArrears', 'Secret', 'ExportProhibited', 'ExportRestricted', 'PublicFunding',
  'TwinApplication', 'CompleterPreemption', 'ClientPreemption', 'CoDeveloperPreemption', 'CoOwnerAgreement', 'EvaluationReport',
  'ExportCheck',
] as const satisfies readonly Kind[];

interface Fields extends BasisFields {
  kind: Kind;
  reference?: string;
  others?: string;
  from?: string;
  until?: string;
  modes?: Mode[];
}

/** An encumbrance as a handler has seen it in the register, the gazette or a court's notice. */
export function RecordEncumbrance({ number }: { number: string }) {
  const { t } = useTranslation();
  const send = (fields: Fields, commandId: string) =>
    recordEncumbrance(
      number,
      {
        kind: fields.kind,
        reference: (fields.reference ?? '').trim(),
        others: linesOf(fields.others ?? ''),
        from: fields.from || null,
        until: fields.until || null,
        modes: fields.kind === 'CoOwnerAgreement' ? (fields.modes ?? []) : [],
        basis: basisOf(fields),
      },
      commandId,
    );
  return (
    <FactForm<Fields>
      label={t('catalogue.encumbrance.record')}
      explain={t('catalogue.encumbrance.recordText')}
      initial={{ kind: 'Pledge' }}
      send={send}
    >
      {() => (
        <>
          <Form.Item name="kind" label={t('catalogue.encumbrance.kind')}>
            <KindChoice />
          </Form.Item>
          <Form.Item name="reference" label={t('catalogue.encumbrance.reference')} extra={t('catalogue.encumbrance.referenceHint')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="others" label={t('catalogue.encumbrance.others')} extra={t('catalogue.encumbrance.othersHint')}>
            <Input.TextArea rows={2} maxLength={2_000} />
          </Form.Item>
          <Form.Item name="from" label={t('catalogue.encumbrance.from')}><Input type="date" /></Form.Item>
          <Form.Item name="until" label={t('catalogue.encumbrance.until')}><Input type="date" /></Form.Item>
          <Form.Item noStyle shouldUpdate={(before: Fields, after: Fields) => before.kind !== after.kind}>
            {({ getFieldValue }) =>
              getFieldValue('kind') === 'CoOwnerAgreement' && (
                <Form.Item name="modes" label={t('catalogue.encumbrance.aloneModes')}><ModeChecks /></Form.Item>
              )}
          </Form.Item>
        </>
      )}
    </FactForm>
  );
}

interface KindChoiceProps {
  id?: string;
  value?: Kind;
  onChange?: (kind: Kind) => void;
}

function KindChoice({ id, value, onChange }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <select id={id} value={value} onChange={(event) => onChange?.(KINDS.find((kind) => kind === event.target.value) ?? 'Pledge')}>
      {KINDS.map((kind) => <option key={kind} value={kind}>{t(`catalogue.encumbrance.kinds.${kind}`)}</option>)}
    </select>
  );
}
