import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { paths } from '@/shared/paths.ts';
import { allows, useMe } from '@/shared/session/session.ts';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { CardGrid } from '@/shared/ui/grid.tsx';
import { More } from '@/shared/ui/list-tools.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { useWide } from '@/shared/ui/use-wide.ts';
import { questionOf } from '../saved-searches/question.ts';
import { SaveSearch } from '../saved-searches/save-search.tsx';
import { ImportLink } from '../imports/import-link.tsx';
import { catalogueQuery } from './api.ts';
import { CompareLink } from './compare.tsx';
import { ExportLinks } from './export-links.tsx';
import { Facets } from './facets.tsx';
import { Filters } from './filters.tsx';
import { PatentCard } from './patent-card.tsx';
import { PatentTable } from './patent-table.tsx';
import { readQuery } from './query.ts';
import classes from './search.module.css';

export function CataloguePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const isWide = useWide();
  const me = useMe();
  const asked = readQuery(search);
  const query = useInfiniteQuery(catalogueQuery(asked));
  return (
    <Page
      title={t('kernel.nav.catalogue')}
      lead={t('catalogue.search.lead')}
      acts={
        <>
          <ButtonLink to={paths.ipc}>{t('catalogue.ipc.title')}</ButtonLink>
          {me && <ButtonLink to={paths.savedSearches}>{t('catalogue.saved.title')}</ButtonLink>}
          {allows(me, 'record-patents') && <ButtonLink to={paths.recordPatent()}>{t('catalogue.record.title')}</ButtonLink>}
          <ImportLink me={me} />
        </>
      }
    >
      <Filters key={search.get('q') ?? ''} />
      <Loaded query={query}>
        {({ pages }) => {
          const patents = pages.flatMap((page) => page.items);
          const facets = pages[0]?.facets && <Facets facets={pages[0].facets} />;
          return (
            <div className={classes.columns}>
              {isWide ? facets : facets && <details className={classes.fold}><summary>{t('catalogue.facet.title')}</summary>{facets}</details>}
              <div className={classes.found}>
                <h2 className="visually-hidden">{t('catalogue.search.results')}</h2>
                <div className={classes.tools}>
                  <p role="status">{t('catalogue.search.total', { count: pages[0]?.total ?? 0 })}</p>
                  {patents.length > 0 && <ExportLinks query={asked} />}
                  <CompareLink />
                  <SaveSearch question={questionOf(asked)} />
                </div>
                {patents.length === 0 ? (
                  <Empty title={t('catalogue.search.none')} hint={t('catalogue.search.noneHint')} />
                ) : isWide ? (
                  <PatentTable patents={patents} />
                ) : (
                  <CardGrid label={t('kernel.nav.catalogue')}>
                    {patents.map((patent) => <PatentCard key={patent.id} patent={patent} comparable />)}
                  </CardGrid>
                )}
                <More query={query} />
              </div>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
