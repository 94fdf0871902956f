import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { paths } from '@/shared/paths.ts';
import { upload } from '../api.ts';
import classes from '../onboarding.module.css';

interface ScanFieldProps {
  id?: string;
  /** SHA-256 of the stored scan. */
  value?: string | null;
  onChange?: (sha256: string) => void;
}

/** A scan: chosen, stored at once, and referred to by its hash. */
export function ScanField({ id, value, onChange }: ScanFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const command = useCommand((file: File, commandId) => upload(file, commandId), {
    onDone: (document) => onChange?.(document.sha256),
  });
  return (
    <div className={classes.scan}>
      <input
        {...(id ? { id } : {})}
        ref={input}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        className={classes.file}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) command.mutate(file);
        }}
      />
      <Button loading={command.isPending} onClick={() => input.current?.click()}>
        {t(value ? 'parties.organisation.replaceScan' : 'parties.organisation.chooseScan')}
      </Button>
      {value && <a href={paths.document(value)}>{t('parties.organisation.openScan')}</a>}
    </div>
  );
}
