import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';
import { allows, requiredMeQuery } from '@/shared/session/session.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Forbidden } from '@/shared/ui/states.tsx';
import { previewImport } from './api.ts';
import { FileChoice } from './file-choice.tsx';
import { mayImport } from './import-link.tsx';
import { ImportPanel } from './import-panel.tsx';
import classes from './imports.module.css';
import { RecentImports } from './recent-imports.tsx';
import { TemplateButton } from './template-button.tsx';

/** What became of a chosen file: an import to look at, or why it is refused whole. */
type Taken = { file: string; id: string } | { file: string; problem: string };

export function ImportPage() {
  return (
    <Loaded query={useQuery(requiredMeQuery)}>
      {(me) => (mayImport(me) ? <Desk own={!allows(me, 'import-patents')} /> : <Forbidden />)}
    </Loaded>
  );
}

/** The same for the centre and for a party, which brings patents only and sees its own imports only. */
function Desk({ own }: { own: boolean }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [taken, setTaken] = useState<Taken[]>([]);
  // A file says nothing as JSON; its name, size and day make one intent different from the next.
  const command = useCommand(
    ({ file }: { file: File; name: string; size: number; at: number }, commandId) => previewImport(file, commandId),
    { quiet: true },
  );
  const preview = async (file: File): Promise<Taken> => {
    const chosen = { file, name: file.name, size: file.size, at: file.lastModified };
    try {
      return { file: file.name, id: (await command.mutateAsync(chosen)).id };
    } catch (error) {
      return { file: file.name, problem: problemText(error) };
    }
  };
  const take = async (files: readonly File[]) => {
    setSearch({}, { replace: true });
    setTaken([]);
    for (const file of files) {
      const one = await preview(file);
      setTaken((before) => [...before, one]);
    }
  };
  const chosen = search.get('import');
  return (
    <Page title={t('catalogue.import.title')} lead={t(own ? 'catalogue.import.ownLead' : 'catalogue.import.lead')}>
      <div className={classes.choices}>
        <FileChoice busy={command.isPending} onChoose={(files) => void take(files)} />
        <TemplateButton kind="Patents" />
        {!own && <TemplateButton kind="LegalEvents" />}
      </div>
      <div className={classes.taken} aria-live="polite">
        {taken.map((one, index) =>
          'id' in one ? (
            <ImportPanel key={one.id} id={one.id} />
          ) : (
            <Alert
              key={index}
              type="error"
              showIcon
              title={t('catalogue.import.refusedFile', { file: one.file })}
              description={one.problem}
            />
          ),
        )}
        {chosen && <ImportPanel id={chosen} />}
      </div>
      <RecentImports title={t(own ? 'catalogue.import.ownRecent' : 'catalogue.import.recent')} />
    </Page>
  );
}
