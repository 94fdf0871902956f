import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client.ts';
import { paths } from '../../shared/paths.ts';
import classes from './shell.module.css';

const ASK_EVERY_MS = 60_000;

const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  refetchInterval: ASK_EVERY_MS,
  queryFn: async ({ signal }) =>
    (await answered(api.GET('/api/notices', { signal, params: { query: { limit: 1 } } }))).unread,
});

const SHOWN_MAX = 99;

/** The way to the notices of whoever is signed in, with how many he has not read: a figure to see, words to hear. */
export function NoticeBell() {
  const { t } = useTranslation();
  const unread = useQuery(unreadQuery).data ?? 0;
  return (
    <Link
      to={paths.notices}
      className={classes.language}
      {...(unread > 0 && { 'aria-label': t('kernel.nav.unreadNotices', { count: unread }) })}
    >
      {t('kernel.nav.notices')}
      {unread > 0 && <span aria-hidden="true" className={classes.unread}>{unread > SHOWN_MAX ? `${String(SHOWN_MAX)}+` : unread}</span>}
    </Link>
  );
}
