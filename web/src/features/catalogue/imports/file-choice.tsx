import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** A button that opens the person's files; the same file can be chosen again. */
export function FileChoice({ busy, onChoose }: { busy: boolean; onChoose: (files: File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={input}
        type="file"
        multiple
        accept=".xml,.csv,.txt,.xlsx,.xls,application/xml,text/xml,text/csv"
        className="visually-hidden"
        aria-label={t('catalogue.import.choose')}
        tabIndex={-1}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
      <Button type="primary" size="large" loading={busy} onClick={() => input.current?.click()}>
        {t('catalogue.import.choose')}
      </Button>
    </div>
  );
}
