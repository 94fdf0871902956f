import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { PriceBrief } from '../listings/shown/price-shown.tsx';
import { OfferLine } from '../technology/offer-line.tsx';
import { CompareTick } from './compare.tsx';
import { Applicants, MarketMark, PatentTitle } from './patent-card.tsx';
import classes from './search.module.css';

/** A plain table: antd's weighs 70 kB and measures scroll bars with a style that the page's policy refuses. */
export function PatentTable({ patents }: { patents: readonly Server['CatalogueItem'][] }) {
  const { t } = useTranslation();
  const columns = [
    t('catalogue.column.title'),
    t('catalogue.column.number'),
    t('catalogue.column.filed'),
    t('catalogue.column.status'),
    t('catalogue.card.price'),
  ];
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('catalogue.search.results')}>
      <table className={classes.table}>
        <thead>
          <tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {patents.map((patent) => <PatentRow key={patent.id} patent={patent} />)}
        </tbody>
      </table>
    </div>
  );
}

function PatentRow({ patent }: { patent: Server['CatalogueItem'] }) {
  const { t } = useTranslation();
  const { askingPrice, status } = patent;
  return (
    <tr>
      <td className={classes.cell}>
        <Link to={paths.patent(patent.number)}><PatentTitle patent={patent} /></Link>
        {patent.isDemo && <> <DemoMark /></>}
        <span className={classes.sub}><Applicants patent={patent} /></span>
        {patent.offer && <OfferLine offer={patent.offer} />}
        <CompareTick number={patent.number} />
      </td>
      <td className="figures">
        {patent.number}
        <span className={classes.sub}>{[patent.type && t(`catalogue.type.${patent.type}`), patent.ipc[0]].filter(Boolean).join(' · ')}</span>
      </td>
      <td className="figures">{patent.filingDate ?? '—'}</td>
      <td><MarketMark status={status} /></td>
      <td>
        {status === 'NotListed' ? '—' : <PriceBrief askingPrice={askingPrice} form={patent.offer?.priceForm ?? null} mode={patent.offer?.mode ?? null} />}
      </td>
    </tr>
  );
}
