import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problems.ts';
import { useSay } from '@/shared/ui/messages.tsx';
import { saveFile } from '@/shared/ui/save-file.ts';
import { importTemplate, type TemplateKind } from './api.ts';

/** Saves the workbook to fill in, with its explanations. */
export function TemplateButton({ kind }: { kind: TemplateKind }) {
  const { t } = useTranslation();
  const say = useSay();
  const template = useMutation({
    mutationFn: () => importTemplate(kind),
    onSuccess: (workbook) => saveFile(workbook as Blob, t(`catalogue.import.templateFile.${kind}`)),
    onError: (error) => say('failed', problemText(error)),
  });
  return (
    <Button size="large" loading={template.isPending} onClick={() => template.mutate()}>
      {t(`catalogue.import.template.${kind}`)}
    </Button>
  );
}
