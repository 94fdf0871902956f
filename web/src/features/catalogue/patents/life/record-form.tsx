import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormButton } from '@/shared/ui/form-button.tsx';

interface RecordFormProps<TFields extends object, TBody> {
  name: string;
  label: string;
  explain: ReactNode;
  initial: Partial<TFields>;
  bodyOf: (fields: TFields) => TBody;
  send: (body: TBody, commandId: string) => Promise<unknown>;
  children: ReactNode;
}

/** A fact of a patent's life as a handler enters it: a button, then a form that says its refusal. */
export function RecordForm<TFields extends object, TBody>({ bodyOf, send, explain, ...form }: RecordFormProps<TFields, TBody>) {
  const { t } = useTranslation();
  return (
    <FormButton<TFields>
      {...form}
      explain={<p>{explain}</p>}
      okText={t('catalogue.life.record')}
      done={t('catalogue.life.recorded')}
      send={(fields, commandId) => send(bodyOf(fields), commandId)}
    />
  );
}
