import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { SUBJECTS } from '../choices.ts';
import { Chosen, TextItem } from './item.tsx';

type Kind = Server['SubjectKind'];

/** What the listing is about; know-how is named here, never told. */
export function SubjectFields({ isPending }: { isPending: boolean }) {
  const { t } = useTranslation();
  const kind = Form.useWatch<Kind | undefined>(['subject', 'kind'], Form.useFormInstance());
  const kinds = SUBJECTS.filter((subject) => subject !== (isPending ? 'Patent' : 'PatentApplication'));
  return (
    <>
      <Form.Item name={['subject', 'kind']} label={t('catalogue.subject.title')} initialValue={kinds[0]}>
        <Chosen label={t('catalogue.subject.title')} options={kinds.map((value) => ({ value, label: t(`catalogue.subject.${value}`) }))} />
      </Form.Item>
      {(kind === 'PatentWithKnowHow' || kind === 'BundleWithEquipmentOrService' || kind === 'PatentPortfolio') && (
        <TextItem
          name={['subject', 'knowHow']}
          label={t('catalogue.subject.knowHow')}
          extra={t('catalogue.subject.knowHowHint')}
          required={kind === 'PatentWithKnowHow'}
          rows={2}
        />
      )}
      {kind === 'BundleWithEquipmentOrService' && (
        <TextItem name={['subject', 'bundle']} label={t('catalogue.subject.bundle')} extra={t('catalogue.subject.bundleHint')} required rows={2} />
      )}
    </>
  );
}
