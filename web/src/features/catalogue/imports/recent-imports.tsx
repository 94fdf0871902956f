import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMinute } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { importsQuery } from './api.ts';
import { ImportCounts, ImportMark } from './import-panel.tsx';

export function RecentImports({ title }: { title: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(importsQuery);
  return (
    <Section title={title}>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <Empty title={t('catalogue.import.none')} hint={t('catalogue.import.noneHint')} />;
          return (
            <>
              <Rows
                label={title}
                rows={items.map((item) => ({
                  key: item.id,
                  marks: <ImportMark status={item.status} />,
                  title: <Link to={paths.importOf(item.id)}>{item.fileName}</Link>,
                  text: (
                    <>
                      {item.importer !== null && `${t('catalogue.import.importer', { name: item.importer })} · `}
                      <ImportCounts counts={item.counts} />
                      {' · '}
                      {t('catalogue.import.previewedAt', { at: formatMinute(item.previewedAt) })}
                    </>
                  ),
                }))}
              />
              {query.hasNextPage && (
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('kernel.act.more')}</Button>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
