import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../api/problems.ts';
import { type Cell, toCsv } from '../format/csv.ts';
import { formatDate } from '../format/dates.ts';
import { useSay } from './messages.tsx';
import { saveFile } from './save-file.ts';

export interface Sheet {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** Saves a list as a table for spreadsheets: all of it, not only what is on screen. */
export function ExportButton({ name, sheet }: { name: string; sheet: () => Sheet | Promise<Sheet> }) {
  const { t } = useTranslation();
  const say = useSay();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { head, rows } = await sheet();
      saveFile(new Blob([toCsv(head, rows)], { type: 'text/csv;charset=utf-8' }), `${name}-${formatDate(new Date())}.csv`);
      say('done', t('kernel.export.done', { count: rows.length }));
    } catch (error) {
      say('failed', problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return <Button loading={isBusy} onClick={() => void save()}>{t('kernel.export.act')}</Button>;
}
