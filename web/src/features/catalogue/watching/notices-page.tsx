import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { formatMinute } from '@/shared/format/dates.ts';
import { useLanguage } from '@/shared/i18n/use-language.ts';
import { paths } from '@/shared/paths.ts';
import { More } from '@/shared/ui/list-tools.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { type Row, Rows } from '@/shared/ui/rows.tsx';
import { Failed, Loading } from '@/shared/ui/states.tsx';
import { savedSearchesQuery } from '../saved-searches/api.ts';
import { addressOf } from '../saved-searches/question.ts';
import { noticesQuery, readNotices } from './api.ts';

const TONES = { Change: 'quiet', FeeDue: 'amber', SearchHit: 'blue' } as const;

/** What happened to the patents one watches, what falls due, what came to match a saved search; newest first. */
export function NoticesPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(noticesQuery);
  const read = useCommand(readNotices, { done: t('catalogue.watch.read') });
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const first = query.data?.pages[0];
  if (!first || !query.data) return <Loading />;
  const notices = query.data.pages.flatMap(({ items }) => items);
  const newest = notices[0]?.pos;
  return (
    <Page
      title={t('catalogue.watch.notices')}
      lead={t('catalogue.watch.lead')}
      acts={
        first.unread > 0 &&
        newest !== undefined && (
          <Button loading={read.isPending} onClick={() => read.mutate(newest)}>{t('catalogue.watch.readAll')}</Button>
        )
      }
    >
      <Section title={t('catalogue.watch.news')}>
        {notices.length === 0 ? <p>{t('catalogue.watch.none')}</p> : <Notices notices={notices} />}
        <More query={query} />
      </Section>
      <p><Link to={paths.savedSearches}>{t('catalogue.saved.title')}</Link></p>
      <Section title={t('catalogue.watch.watched', { count: first.watched.length })}>
        {first.watched.length === 0 ? (
          <p>{t('catalogue.watch.noneWatched')}</p>
        ) : (
          <ul>
            {first.watched.map((patent) => <li key={patent.id}><PatentLink patent={patent} /></li>)}
          </ul>
        )}
      </Section>
    </Page>
  );
}

function Notices({ notices }: { notices: readonly Server['NoticeView'][] }) {
  const { t } = useTranslation();
  const rows = notices.map(
    (notice): Row => ({
      key: String(notice.pos),
      marks: (
        <>
          {notice.isUnread && <Mark tone="red">{t('catalogue.watch.unread')}</Mark>}
          <Mark tone={TONES[notice.kind]}>{t(`catalogue.watch.kind.${notice.kind}`)}</Mark>
        </>
      ),
      title: notice.search === null ? <Patents notice={notice} /> : <SearchLink notice={notice} />,
      text: (
        <>
          {notice.search === null ? <div>{notice.text}</div> : <Patents notice={notice} />}
          <time dateTime={notice.at}>{formatMinute(notice.at)}</time>
        </>
      ),
    }),
  );
  return <Rows rows={rows} label={t('catalogue.watch.notices')} />;
}

/** High enough for a finger. */
const LINE = { lineHeight: '28px' };

function Patents({ notice }: { notice: Server['NoticeView'] }) {
  return <>{notice.patents.map((patent) => <div key={patent.id} style={LINE}><PatentLink patent={patent} /></div>)}</>;
}

/** To what the search finds now; to nowhere once it was given up. */
function SearchLink({ notice }: { notice: Server['NoticeView'] }) {
  const saved = useQuery(savedSearchesQuery).data?.items.find(({ number }) => number === notice.search);
  return saved ? <Link to={addressOf(saved.question)}>{notice.text}</Link> : <>{notice.text}</>;
}

function PatentLink({ patent }: { patent: Server['PatentBrief'] }) {
  const english = useLanguage() === 'en';
  const title = english ? (patent.titleEn ?? patent.titleZh) : (patent.titleZh ?? patent.titleEn);
  return <Link to={paths.patent(patent.number)}>{title ? `${title} ${patent.number}` : patent.number}</Link>;
}
