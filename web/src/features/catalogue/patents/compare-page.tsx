import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Empty, Failed, Loading } from '@/shared/ui/states.tsx';
import { COMPARED_MAX } from '../search/compare.tsx';
import { MarketMark, PatentTitle } from '../search/patent-card.tsx';
import { type Patent, patentQuery } from './api.ts';
import classes from './patents.module.css';

/** Up to four patents side by side, one fact a line. */
export function ComparePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const numbers = [...new Set(search.getAll('number'))].slice(0, COMPARED_MAX);
  const answers = useQueries({ queries: numbers.map((number) => patentQuery(number)) });
  const failed = answers.find((answer) => answer.isError);
  const patents = answers.flatMap(({ data }) => (data ? [data] : []));
  return (
    <Page title={t('catalogue.compare.title')}>
      {numbers.length === 0 ? (
        <Empty title={t('catalogue.compare.none')} hint={t('catalogue.compare.noneHint')} />
      ) : failed ? (
        <Failed error={failed.error} retry={() => void failed.refetch()} />
      ) : patents.length < numbers.length ? (
        <Loading />
      ) : (
        <Comparison patents={patents} />
      )}
    </Page>
  );
}

function Comparison({ patents }: { patents: readonly Patent[] }) {
  const { t } = useTranslation();
  const join = (values: readonly string[]) => values.join(t('kernel.list.separator'));
  const lines: [name: string, of: (patent: Patent) => ReactNode][] = [
    [t('catalogue.column.number'), (patent) => <span className="figures">{patent.number}</span>],
    [t('catalogue.column.type'), (patent) => patent.type && t(`catalogue.type.${patent.type}`)],
    [t('catalogue.column.status'), (patent) => <MarketMark status={patent.status} />],
    [t('catalogue.card.price'), (patent) => patent.listing && (patent.listing.askingPrice ? <Amount fen={patent.listing.askingPrice.fen} /> : t('catalogue.card.negotiable'))],
    [t('catalogue.card.applicant'), (patent) => join(patent.applicants)],
    [t('catalogue.compare.inventors'), (patent) => join(patent.inventors)],
    [t('catalogue.facet.ipc'), (patent) => join(patent.ipc)],
    [t('catalogue.column.filed'), (patent) => patent.filingDate],
    [t('catalogue.compare.legalStatus'), (patent) => patent.legalStatus],
  ];
  return (
    <div className={classes.compare} tabIndex={0} role="region" aria-label={t('catalogue.compare.title')}>
      <table>
        <thead>
          <tr>
            <td />
            {patents.map((patent) => (
              <th key={patent.id} scope="col"><Link to={paths.patent(patent.number)}><PatentTitle patent={patent} /></Link></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, of]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {patents.map((patent) => <td key={patent.id}>{of(patent) || '—'}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
