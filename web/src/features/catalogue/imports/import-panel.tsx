import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { applyImport, type Import, importQuery, importsQuery, isBusy, undoImport } from './api.ts';
import { ImportRows } from './import-rows.tsx';
import classes from './imports.module.css';

const TONES: Record<Import['status'], Tone> = {
  None: 'quiet',
  Comparing: 'amber',
  Previewed: 'blue',
  Confirmed: 'amber',
  Applied: 'green',
  Undoing: 'amber',
  Undone: 'quiet',
};

export function ImportMark({ status }: { status: Import['status'] }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[status]}>{t(`catalogue.import.status.${status}`)}</Mark>;
}

/** Rows by verdict, in one sentence. */
export function ImportCounts({ counts }: { counts: Import['counts'] }) {
  const { t } = useTranslation();
  const { new: added, changed, unchanged, refused } = counts;
  return <>{t('catalogue.import.counts', { added, changed, unchanged, refused })}</>;
}

/** One file: what is in it, what it would change, and the act that does it. */
export function ImportPanel({ id }: { id: string }) {
  return <Loaded query={useQuery(importQuery(id))}>{(of) => <ImportOf of={of} />}</Loaded>;
}

/** The list of imports follows a moment behind what an import says of itself. */
const LIST_FOLLOWS_MS = 1_500;

function useListToFollow(version: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ask = () => void queries.invalidateQueries({ queryKey: importsQuery.queryKey });
    ask();
    const later = setTimeout(ask, LIST_FOLLOWS_MS);
    return () => clearTimeout(later);
  }, [queries, version]);
}

function ImportOf({ of }: { of: Import }) {
  const { t } = useTranslation();
  useListToFollow(of.version);
  return (
    <Section title={of.fileName} extra={<ImportMark status={of.status} />}>
      <p>{t('catalogue.import.detected', { format: t(`catalogue.import.format.${of.format}`), container: of.container })}</p>
      {of.importer !== null && <p>{t('catalogue.import.importer', { name: of.importer })}</p>}
      {isBusy(of) && <Working of={of} />}
      <p className="figures"><ImportCounts counts={of.counts} /></p>
      {of.status === 'Undone' && <p>{t(of.kept > 0 ? 'catalogue.import.keptSome' : 'catalogue.import.keptNone', { count: of.kept })}</p>}
      <ImportRows of={of} />
      <Acts of={of} />
    </Section>
  );
}

/** How far a long file is; the rest follows without anybody watching. */
function Working({ of: { done, total, status } }: { of: Import }) {
  const { t } = useTranslation();
  const said = t('catalogue.import.progress', { act: t(`catalogue.import.status.${status}`), done, total });
  return (
    <div className={classes.progress} aria-live="polite">
      <Progress percent={Math.floor((done / Math.max(total, 1)) * 100)} aria-label={said} />
      <p className="figures">{said}</p>
    </div>
  );
}

function Acts({ of }: { of: Import }) {
  const { t } = useTranslation();
  const apply = useCommand((_: null, commandId) => applyImport(of.id, commandId));
  return (
    <div className={classes.acts}>
      {allows(of, 'apply') && (
        <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate(null)}>
          {t('catalogue.import.apply')}
        </Button>
      )}
      {allows(of, 'undo') && (
        <ActButton
          label={t('catalogue.import.undo')}
          explain={t(of.format === 'LegalEvents' ? 'catalogue.import.undoEvents' : 'catalogue.import.undoExplain')}
          done={t('catalogue.import.undoBegun')}
          danger
          act={(_, commandId) => undoImport(of.id, commandId)}
        />
      )}
      {of.status === 'Previewed' && !allows(of, 'apply') && <p>{t('catalogue.import.nothing')}</p>}
    </div>
  );
}
