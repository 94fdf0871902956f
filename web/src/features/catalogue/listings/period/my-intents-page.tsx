import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMinute } from '@/shared/format/dates.ts';
import { lotTitle } from '@/shared/format/lots.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { More } from '@/shared/ui/list-tools.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { DemoMark, Mark } from '@/shared/ui/marks.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { ownIntentsQuery } from './api.ts';
import { isGood, stateOf } from './intent-state.ts';
import { PeriodMark } from './period-mark.tsx';

/** What the party wants to buy, the latest first. */
export function MyIntentsPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(ownIntentsQuery);
  return (
    <Page title={t('kernel.nav.intents')} lead={t('catalogue.period.mineLead')}>
      <Loaded query={query}>
        {({ pages }) => {
          const intents = pages.flatMap((page) => page.items);
          return intents.length === 0 ? (
            <Empty title={t('catalogue.period.noOwn')} hint={t('catalogue.period.noOwnHint')}>
              <ButtonLink type="primary" to={paths.catalogue}>{t('kernel.nav.catalogue')}</ButtonLink>
            </Empty>
          ) : (
            <>
              <h2 className="visually-hidden">{t('kernel.nav.intents')}</h2>
              <Rows
                label={t('kernel.nav.intents')}
                rows={intents.map((intent) => ({
                  key: `${intent.listing} ${intent.filedAt}`,
                  marks: (
                    <>
                      <PeriodMark phase={intent.phase} />
                      <Mark tone={isGood(stateOf(intent)) ? 'green' : 'quiet'}>{t(`catalogue.period.intent.${stateOf(intent)}`)}</Mark>
                      {intent.isDemo && <DemoMark />}
                    </>
                  ),
                  title: <Link to={paths.listing(intent.listing)}>{lotTitle(t, intent)}</Link>,
                  text: intent.endsAt
                    ? t('catalogue.period.ownText', { number: intent.patentNumber || t('catalogue.subject.KnowHow'), ends: formatMinute(intent.endsAt) })
                    : t('catalogue.deal.ownText', { number: intent.patentNumber || t('catalogue.subject.KnowHow') }),
                  end: intent.price ? <Amount fen={intent.price.fen} /> : undefined,
                }))}
              />
              <More query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
