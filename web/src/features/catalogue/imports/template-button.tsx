import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problems.ts';
import { useSay } from '@/shared/ui/messages.tsx';
import { saveFile } from '@/shared/ui/save-file.ts';
import { importTemplate } from './api.ts';

/** Saves the workbook to fill in, with its explanations. */
export function TemplateButton() {
  const { t } = useTranslation();
  const say = useSay();
  const template = useMutation({
    mutationFn: importTemplate,
    onSuccess: (workbook) => saveFile(workbook as Blob, t('catalogue.import.templateFile')),
    onError: (error) => say('failed', problemText(error)),
  });
  return (
    <Button size="large" loading={template.isPending} onClick={() => template.mutate()}>
      {t('catalogue.import.template')}
    </Button>
  );
}
