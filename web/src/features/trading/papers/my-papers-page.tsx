import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requiredMeQuery } from '@/shared/session/session.ts';
import { ExportButton } from '@/shared/ui/export-button.tsx';
import { holds, ListTools, More } from '@/shared/ui/list-tools.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { everyPaper, papersQuery, sheetOfPapers } from './api.ts';
import { PaperRows } from './paper-rows.tsx';

/** What the centre has made out for the parties this person acts for. */
export function MyPapersPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('kernel.nav.myPapers')} lead={t('trading.papers.mineLead')}>
      <Loaded query={useQuery(requiredMeQuery)}>{() => <Papers />}</Loaded>
    </Page>
  );
}

function Papers() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(papersQuery(true));
  const [filter, setFilter] = useState('');
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const papers = pages.flatMap((page) => page.items);
        if (papers.length === 0) return <Empty title={t('trading.papers.none')} hint={t('trading.papers.noneHint')} />;
        const shown = papers.filter(({ display, number, kind, title, about }) => holds(filter, display, number, kind, title, about ?? ''));
        return (
          <>
            <h2 className="visually-hidden">{t('kernel.nav.myPapers')}</h2>
            <ListTools filter={filter} onFilter={setFilter}>
              <ExportButton name={t('kernel.nav.myPapers')} sheet={async () => sheetOfPapers(t, await everyPaper(true))} />
            </ListTools>
            {shown.length > 0 ? <PaperRows papers={shown} label={t('kernel.nav.myPapers')} /> : <p role="status">{t('kernel.list.noMatch')}</p>}
            <More query={query} />
          </>
        );
      }}
    </Loaded>
  );
}
