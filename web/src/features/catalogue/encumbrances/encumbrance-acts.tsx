import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { type Encumbrance, endEncumbrance, renewEncumbrance } from './api.ts';
import { type BasisFields, basisOf, FactForm } from './fact-form.tsx';

type Ending = NonNullable<Server['EncumbranceEnding']>;

const ENDINGS = ['Ended', 'Annulled'] as const satisfies readonly Ending[];
const DECISIONS = ['Maintained', 'PartlyInvalidated', 'Invalidated'] as const satisfies readonly Ending[];

interface ActProps {
  number: string;
  item: Encumbrance;
}

export function RenewEncumbrance({ number, item }: ActProps) {
  const { t } = useTranslation();
  return (
    <FactForm<BasisFields & { until: string }>
      label={t('catalogue.encumbrance.renew')}
      explain={t('catalogue.encumbrance.renewText', { until: item.until ?? '' })}
      initial={{}}
      send={(fields, commandId) => renewEncumbrance(number, item.number, { until: fields.until, basis: basisOf(fields) }, commandId)}
    >
      {() => (
        <Form.Item name="until" label={t('catalogue.encumbrance.until')} rules={[{ required: true, message: t('parties.signIn.required') }]}>
          <Input type="date" />
        </Form.Item>
      )}
    </FactForm>
  );
}

export function EndEncumbrance({ number, item }: ActProps) {
  const { t } = useTranslation();
  return (
    <FactForm<BasisFields & { ending: Ending; endedOn?: string }>
      label={t('catalogue.encumbrance.end')}
      explain={t('catalogue.encumbrance.endText')}
      initial={{ ending: 'Ended' }}
      send={(fields, commandId) =>
        endEncumbrance(number, item.number, { ending: fields.ending, endedOn: fields.endedOn || null, basis: basisOf(fields) }, commandId)}
    >
      {() => (
        <>
          <Form.Item name="ending" label={t('catalogue.encumbrance.how')}>
            <EndingChoice endings={item.kind === 'InvalidationRequest' ? [...ENDINGS, ...DECISIONS] : ENDINGS} />
          </Form.Item>
          <Form.Item name="endedOn" label={t('catalogue.encumbrance.endedOn')}><Input type="date" /></Form.Item>
        </>
      )}
    </FactForm>
  );
}

interface EndingChoiceProps {
  id?: string;
  value?: Ending;
  endings: readonly Ending[];
  onChange?: (ending: Ending) => void;
}

function EndingChoice({ id, value, endings, onChange }: EndingChoiceProps) {
  const { t } = useTranslation();
  return (
    <select id={id} value={value} onChange={(event) => onChange?.(endings.find((ending) => ending === event.target.value) ?? 'Ended')}>
      {endings.map((ending) => <option key={ending} value={ending}>{t(`catalogue.encumbrance.ending.${ending}`)}</option>)}
    </select>
  );
}
