import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { type Party, upload } from '../api.ts';
import classes from '../onboarding.module.css';
import { hrefOf, ScanLink } from '../scan-link.tsx';

interface ScanFieldProps {
  party: Party;
  id?: string;
  /** SHA-256 of the stored scan. */
  value?: string | null;
  onChange?: (sha256: string) => void;
}

/** A scan: chosen, stored at once, and referred to by its hash. */
export function ScanField({ party, id, value, onChange }: ScanFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  // A file says nothing as JSON; its name, size and day make one intent different from the next.
  const command = useCommand(
    ({ file }: { file: File; name: string; size: number; at: number }, commandId) => upload(party.id, file, commandId),
    { onDone: (document) => onChange?.(document.sha256) },
  );
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
          if (file) command.mutate({ file, name: file.name, size: file.size, at: file.lastModified });
        }}
      />
      <Button loading={command.isPending} onClick={() => input.current?.click()}>
        {t(value ? 'parties.organisation.replaceScan' : 'parties.organisation.chooseScan')}
      </Button>
      {value && (hrefOf(party, value) ? <ScanLink party={party} sha256={value} /> : <span role="status">{t('parties.organisation.scanStored')}</span>)}
    </div>
  );
}
