import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { allows } from '@/shared/session/session.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { applyImport, type Import, importQuery } from './api.ts';
import { ImportTable } from './import-table.tsx';
import classes from './imports.module.css';

const TONES: Record<Import['status'], Tone> = { None: 'quiet', Previewed: 'blue', Confirmed: 'amber', Applied: 'green' };

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

function ImportOf({ of }: { of: Import }) {
  const { t } = useTranslation();
  const apply = useCommand((_: null, commandId) => applyImport(of.id, commandId), { done: t('catalogue.import.applied') });
  return (
    <Section title={of.fileName} extra={<ImportMark status={of.status} />}>
      <p className="figures"><ImportCounts counts={of.counts} /></p>
      <ImportTable of={of} />
      <div className={classes.acts}>
        {allows(of, 'apply') ? (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate(null)}>
            {t('catalogue.import.apply')}
          </Button>
        ) : (
          of.status === 'Previewed' && <p>{t('catalogue.import.nothing')}</p>
        )}
      </div>
    </Section>
  );
}
