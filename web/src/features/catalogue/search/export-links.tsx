import { useTranslation } from 'react-i18next';
import { paths } from '@/shared/paths.ts';
import type { CatalogueQuery } from './api.ts';
import classes from './search.module.css';

const FORMATS = ['Xlsx', 'Csv', 'Json'] as const;

/** The same question as a file. */
export function ExportLinks({ query }: { query: CatalogueQuery }) {
  const { t } = useTranslation();
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value]) if (name !== 'facets') search.append(name, String(one));
  return (
    <span className={classes.exports}>
      <span>{t('catalogue.export.title')}</span>
      {FORMATS.map((format) => (
        <a key={format} href={paths.catalogueFile(format, search.toString())} download>{t(`catalogue.export.${format}`)}</a>
      ))}
    </span>
  );
}
