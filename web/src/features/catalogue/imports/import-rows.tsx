import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/shared/ui/choice.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { type Import, importRowsQuery, type Verdict } from './api.ts';
import { ImportTable } from './import-table.tsx';
import classes from './imports.module.css';

const ALL = 'All';

/** The rows of a file, all or those of one verdict. */
export function ImportRows({ of }: { of: Import }) {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const query = useInfiniteQuery(importRowsQuery(of, verdict));
  const counts: Record<Verdict, number> = {
    New: of.counts.new, Changed: of.counts.changed, Unchanged: of.counts.unchanged, Refused: of.counts.refused,
  };
  const verdicts = (Object.keys(counts) as Verdict[]).filter((one) => counts[one] > 0);
  return (
    <>
      {verdicts.length > 1 && (
        <Choice
          label={t('catalogue.import.filter')}
          value={verdict ?? ALL}
          options={[
            { value: ALL, label: t('catalogue.import.all', { count: of.total }) },
            ...verdicts.map((one) => ({
              value: one,
              label: t('catalogue.import.some', { mark: t(`catalogue.import.mark.${one}`), count: counts[one] }),
            })),
          ]}
          onChange={(value) => setVerdict(verdicts.find((one) => one === value) ?? null)}
        />
      )}
      <Loaded query={query}>
        {({ pages }) => <ImportTable of={of} rows={pages.flatMap((page) => page.items)} />}
      </Loaded>
      {query.hasNextPage && (
        <div className={classes.acts}>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('kernel.act.more')}</Button>
        </div>
      )}
    </>
  );
}
