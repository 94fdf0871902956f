import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { MarketMark, PatentTitle } from './patent-card.tsx';
import classes from './search.module.css';

type Item = Server['CatalogueItem'];

export function PatentTable({ patents }: { patents: Item[] }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<Item> = [
    {
      title: t('catalogue.column.title'),
      render: (_, patent) => (
        <div className={classes.cell}>
          <Link to={paths.patent(patent.number)}><PatentTitle patent={patent} /></Link>
          {patent.isDemo && <> <DemoMark /></>}
          <span className={classes.sub}>{patent.applicants.join(t('kernel.list.separator'))}</span>
        </div>
      ),
    },
    {
      title: t('catalogue.column.number'),
      width: 190,
      render: (_, patent) => (
        <div className="figures">
          {patent.number}
          <span className={classes.sub}>{patent.ipc[0]}</span>
        </div>
      ),
    },
    { title: t('catalogue.column.type'), width: 100, render: (_, { type }) => (type ? t(`catalogue.type.${type}`) : '—') },
    { title: t('catalogue.column.filed'), width: 120, render: (_, { filingDate }) => <span className="figures">{filingDate ?? '—'}</span> },
    { title: t('catalogue.column.status'), width: 112, render: (_, { status }) => <MarketMark status={status} /> },
    {
      title: t('catalogue.card.price'),
      width: 170,
      align: 'right',
      render: (_, { askingPrice, status }) =>
        askingPrice ? <Amount fen={askingPrice.fen} /> : status === 'NotListed' ? '—' : t('catalogue.card.negotiable'),
    },
  ];
  // antd's own `scroll` measures the scroll bar with a style the page's policy refuses.
  return (
    <div className={classes.scroll}>
      <Table rowKey="id" columns={columns} dataSource={patents} pagination={false} />
    </div>
  );
}
