import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';
import type { Server } from '@/shared/api/types.ts';
import { linesOf } from '@/shared/ui/act-button.tsx';
import { type Patent, recordHolders } from '../api.ts';

interface Fields {
  holders: string;
  source: string;
  seenOn?: string;
}

/** The register's holders as a handler saw them: all of them, in the register's order. */
export function RecordHolders({ patent }: { patent: Patent }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Fields>();
  const command = useCommand((body: Server['HoldersForm'], commandId) => recordHolders(patent.number, body, commandId), {
    quiet: true,
    done: t('catalogue.holders.done'),
    onDone: () => setOpen(false),
  });
  const close = () => {
    setOpen(false);
    command.reset();
  };
  const save = ({ holders, source, seenOn }: Fields) =>
    command.mutate({ holders: linesOf(holders), source: source.trim(), seenOn: seenOn || null });
  const required = { required: true, whitespace: true, message: t('parties.signIn.required') };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('catalogue.holders.act')}</Button>
      {isOpen && (
        <Modal
          open
          title={t('catalogue.holders.act')}
          okText={t('catalogue.holders.act')}
          cancelText={t('kernel.act.cancel')}
          okButtonProps={{ loading: command.isPending }}
          onOk={() => form.submit()}
          onCancel={close}
        >
          <Form<Fields>
            name="holders"
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ holders: patent.holders.join('\n'), source: '' }}
            onFinish={save}
          >
            <p>{t('catalogue.holders.explain')}</p>
            <div role="alert">
              {command.isError && <Alert type="error" showIcon title={problemText(command.error)} />}
            </div>
            <Form.Item name="holders" label={t('catalogue.patent.holders')} extra={t('catalogue.record.linesHint')} rules={[required]}>
              <Input.TextArea rows={4} maxLength={2_000} />
            </Form.Item>
            <Form.Item name="source" label={t('catalogue.record.source')} extra={t('catalogue.holders.sourceHint')} rules={[required]}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="seenOn" label={t('catalogue.record.seenOn')}><Input type="date" /></Form.Item>
          </Form>
        </Modal>
      )}
    </>
  );
}
