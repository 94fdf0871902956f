import { Alert, Button, Form, type FormInstance, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';
import type { Server } from '@/shared/api/types.ts';

export interface BasisFields {
  source: string;
  document?: string;
  seenOn?: string;
}

export const basisOf = ({ source, document, seenOn }: BasisFields): Server['BasisForm'] => ({
  source: source.trim(),
  document: (document ?? '').trim(),
  seenOn: seenOn || null,
});

interface FactFormProps<Fields extends BasisFields> {
  label: string;
  explain: string;
  initial: Partial<Fields>;
  children: (form: FormInstance<Fields>) => ReactNode;
  send: (fields: Fields, commandId: string) => Promise<unknown>;
}

/** A fact a handler records: what, and the paper it rests on. */
export function FactForm<Fields extends BasisFields>({ label, explain, initial, children, send }: FactFormProps<Fields>) {
  const { t } = useTranslation();
  const name = useId();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Fields>();
  const command = useCommand((fields: Fields, commandId) => send(fields, commandId), {
    quiet: true,
    done: t('catalogue.encumbrance.recorded'),
    onDone: () => setOpen(false),
  });
  const close = () => {
    setOpen(false);
    command.reset();
  };
  const required = { required: true, whitespace: true, message: t('parties.signIn.required') };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {isOpen && (
        <Modal
          open
          title={label}
          okText={label}
          cancelText={t('kernel.act.cancel')}
          okButtonProps={{ loading: command.isPending }}
          onOk={() => form.submit()}
          onCancel={close}
        >
          <Form name={name} form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={(fields) => command.mutate(fields)}>
            <p>{explain}</p>
            <div role="alert">
              {command.isError && <Alert type="error" showIcon title={problemText(command.error)} />}
            </div>
            {children(form)}
            <Form.Item name="source" label={t('catalogue.record.source')} extra={t('catalogue.holders.sourceHint')} rules={[required]}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="document" label={t('catalogue.encumbrance.document')}><Input maxLength={200} /></Form.Item>
            <Form.Item name="seenOn" label={t('catalogue.encumbrance.documentDay')}><Input type="date" /></Form.Item>
          </Form>
        </Modal>
      )}
    </>
  );
}
