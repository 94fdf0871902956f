import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { recordPreemption, type Room } from './api.ts';

type Fields = Server['PreemptionForm'] & { enrolment: number };

const SOURCES: Server['PreemptionSource'][] = ['Law', 'Contract'];
const RANK_MAX = 99;

/** A handler records who may take the price as it stands, before bidding opens or before he is admitted. */
export function RecordPreemption({ room }: { room: Room }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const command = useCommand(
    ({ enrolment, ...right }: Fields, commandId) => recordPreemption(room.id, enrolment, right, commandId),
    { done: t('trading.preemption.recorded'), onDone: () => form.resetFields() },
  );
  const required = { required: true, message: t('parties.signIn.required') };
  return (
    <details>
      <summary>{t('trading.preemption.record')}</summary>
      <p>{t('trading.preemption.recordText')}</p>
      <Form<Fields>
        form={form}
        name="preemption"
        layout="vertical"
        requiredMark={false}
        initialValues={{ rank: 1, source: 'Law' }}
        onFinish={(fields) => command.mutate(fields)}
      >
        <Form.Item name="enrolment" label={t('trading.preemption.enrolment')} rules={[required]}>
          <InputNumber<number> min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="rank" label={t('trading.preemption.rank')} extra={t('trading.preemption.rankHint')} rules={[required]}>
          <InputNumber<number> min={0} max={RANK_MAX} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="source" label={t('trading.preemption.source')}>
          <Select options={SOURCES.map((value) => ({ value, label: t(`trading.preemption.of.${value}`) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('trading.preemption.reason')} rules={[required]}>
          <Input.TextArea maxLength={4000} autoSize />
        </Form.Item>
        <Form.Item name="evidence" label={t('trading.preemption.evidence')} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        <Button htmlType="submit" loading={command.isPending}>{t('trading.preemption.save')}</Button>
      </Form>
    </details>
  );
}
