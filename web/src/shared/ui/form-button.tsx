import { Alert, Button, Form, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/command.ts';
import { problemText } from '../api/problems.ts';

interface FormButtonProps<Fields extends object> {
  /** Of the form: its fields' ids begin with it. */
  name?: string;
  label: string;
  explain: ReactNode;
  initial: Partial<Fields>;
  done: string;
  /** What the form's button says; absent: what the button before it says. */
  okText?: string;
  primary?: boolean;
  send: (fields: Fields, commandId: string) => Promise<unknown>;
  children: ReactNode;
}

/** An act that takes more than a text: a button, then a form that says its refusal. */
export function FormButton<Fields extends object>(props: FormButtonProps<Fields>) {
  const { label, explain, initial, done, okText = label, primary = false, send, children } = props;
  const { t } = useTranslation();
  const ownName = useId();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Fields>();
  const command = useCommand(send, { quiet: true, done, onDone: () => setOpen(false) });
  const close = () => {
    setOpen(false);
    command.reset();
  };
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>{label}</Button>
      {isOpen && (
        <Modal
          open
          title={label}
          okText={okText}
          cancelText={t('kernel.act.cancel')}
          okButtonProps={{ loading: command.isPending }}
          onOk={() => form.submit()}
          onCancel={close}
        >
          <Form<Fields>
            name={props.name ?? ownName}
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={initial}
            onFinish={(fields) => command.mutate(fields)}
          >
            <div>{explain}</div>
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
