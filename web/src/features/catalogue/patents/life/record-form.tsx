import { Alert, Button, Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';

interface RecordFormProps<TFields extends object, TBody> {
  /** Of the form: its fields' ids begin with it. */
  name: string;
  label: string;
  explain: ReactNode;
  initial: Partial<TFields>;
  bodyOf: (fields: TFields) => TBody;
  send: (body: TBody, commandId: string) => Promise<unknown>;
  children: ReactNode;
}

/** A fact of a patent's life as a handler enters it: a button, then a form that says its refusal. */
export function RecordForm<TFields extends object, TBody>({ name, label, explain, initial, bodyOf, send, children }: RecordFormProps<TFields, TBody>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<TFields>();
  const command = useCommand(send, { quiet: true, done: t('catalogue.life.recorded'), onDone: () => setOpen(false) });
  const close = () => {
    setOpen(false);
    command.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {isOpen && (
        <Modal
          open
          title={label}
          okText={t('catalogue.life.record')}
          cancelText={t('kernel.act.cancel')}
          okButtonProps={{ loading: command.isPending }}
          onOk={() => form.submit()}
          onCancel={close}
        >
          <Form<TFields>
            name={name}
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={initial}
            onFinish={(fields) => command.mutate(bodyOf(fields))}
          >
            <p>{explain}</p>
            <div role="alert">
              {command.isError && <Alert type="error" showIcon title={problemText(command.error)} />}
            </div>
            {children}
          </Form>
        </Modal>
      )}
    </>
  );
}
