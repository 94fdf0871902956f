import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { useLanguage } from '@/shared/i18n/use-language.ts';
import { paths } from '@/shared/paths.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { ipcTitlesQuery } from './api.ts';
import classes from './search.module.css';

type Titles = readonly Server['IpcTitle'][];

/** The codes of the trade from the section down, each leading to its patents. */
export function IpcPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('catalogue.ipc.title')} lead={t('catalogue.ipc.lead')}>
      <Loaded query={useQuery(ipcTitlesQuery)}>{({ items }) => <Codes titles={items} parent={null} />}</Loaded>
    </Page>
  );
}

function Codes({ titles, parent }: { titles: Titles; parent: string | null }) {
  const language = useLanguage();
  const own = titles.filter((title) => title.parent === parent);
  if (own.length === 0) return null;
  return (
    <ul className={parent === null ? classes.codes : classes.under}>
      {own.map(({ code, zh, en }) => (
        <li key={code}>
          <Link to={paths.catalogueOf(code)} className={classes.code}>
            <span className="figures">{code}</span>
            <span>{language === 'en' ? en : zh}</span>
          </Link>
          <Codes titles={titles} parent={code} />
        </li>
      ))}
    </ul>
  );
}
