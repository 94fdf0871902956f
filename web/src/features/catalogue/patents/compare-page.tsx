import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '@/shared/ui/page.tsx';
import { Empty, Failed, Loading } from '@/shared/ui/states.tsx';
import { listingQuery } from '../listings/api.ts';
import { COMPARED_MAX } from '../search/compare.tsx';
import { patentQuery } from './api.ts';
import { CompareTable } from './compare-table.tsx';

/** Up to four patents side by side, with what is offered of each; more in the address are left out, and that is said. */
export function ComparePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = [...new Set(search.getAll('number'))];
  const numbers = asked.slice(0, COMPARED_MAX);
  const answers = useQueries({ queries: numbers.map((number) => patentQuery(number)) });
  const patents = answers.flatMap(({ data }) => (data ? [data] : []));
  const ids = [...new Set(patents.flatMap(({ listing }) => (listing ? [listing.id] : [])))];
  const offers = useQueries({ queries: ids.map((id) => listingQuery(id)) });
  const failed = [...answers, ...offers].find((answer) => answer.isError);
  const isThere = patents.length === numbers.length && offers.every(({ data }) => data);
  const offerOf = (id: string | undefined) => offers.find(({ data }) => data?.id === id)?.data?.offer ?? null;
  return (
    <Page title={t('catalogue.compare.title')}>
      {numbers.length === 0 ? (
        <Empty title={t('catalogue.compare.none')} hint={t('catalogue.compare.noneHint')} />
      ) : failed ? (
        <Failed error={failed.error} retry={() => void failed.refetch()} />
      ) : isThere ? (
        <>
          {asked.length > COMPARED_MAX && <p role="note">{t('catalogue.compare.tooMany', { max: COMPARED_MAX, count: asked.length })}</p>}
          <CompareTable compared={patents.map((patent) => ({ patent, offer: offerOf(patent.listing?.id) }))} />
        </>
      ) : (
        <Loading />
      )}
    </Page>
  );
}
