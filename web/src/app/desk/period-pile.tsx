import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { everyPeriod, periodsQuery } from '../../features/catalogue/listings/period/api.ts';
import { PeriodMark } from '../../features/catalogue/listings/period/period-mark.tsx';
import type { Server } from '../../shared/api/types.ts';
import { formatMinute } from '../../shared/format/dates.ts';
import { lotTitle } from '../../shared/format/lots.ts';
import { paths } from '../../shared/paths.ts';
import { DemoMark, Mark } from '../../shared/ui/marks.tsx';
import { Rows } from '../../shared/ui/rows.tsx';
import { Pile } from './piles.tsx';

/** Listing periods in which somebody must act, the earliest end first. */
export function PeriodPile() {
  const { t } = useTranslation();
  return (
    <Pile<Server['PeriodSummary']>
      query={useInfiniteQuery(periodsQuery(true))}
      words={(period) => [lotTitle(t, period), period.patentNumber, period.sellerName]}
      rows={(items, label) => (
        <Rows
          label={label}
          rows={items.map((period) => ({
            key: period.listing,
            marks: (
              <>
                <PeriodMark phase={period.phase} />
                {period.hasChange && <Mark tone="amber">{t('catalogue.period.changeWaits')}</Mark>}
                {period.isDemo && <DemoMark />}
              </>
            ),
            title: <Link to={paths.listing(period.listing)}>{lotTitle(t, period)}</Link>,
            text: `${period.patentNumber || t('catalogue.subject.KnowHow')} · ${period.sellerName} · ${period.endsAt ? `${t('catalogue.period.ended')} ${formatMinute(period.endsAt)}` : t('catalogue.deal.noEnd')}`,
            end: period.phase === 'Open' ? t('catalogue.deal.interested', { count: period.interested ?? 0 }) : period.contractBy ? t('catalogue.period.until', { at: formatMinute(period.contractBy) }) : undefined,
          }))}
        />
      )}
      sheet={async () => ({
        head: [
          t('kernel.column.title'),
          t('catalogue.patent.number'),
          t('catalogue.listing.seller'),
          t('kernel.column.status'),
          t('catalogue.period.ended'),
          t('catalogue.period.count'),
          t('catalogue.period.contractBy'),
        ],
        rows: (await everyPeriod(true)).map((period) => [
          lotTitle(t, period),
          period.patentNumber,
          period.sellerName,
          t(`catalogue.period.phase.${period.phase}`),
          period.endsAt && formatMinute(period.endsAt),
          String(period.intentsAtEnd ?? period.interested ?? ''),
          period.contractBy && formatMinute(period.contractBy),
        ]),
      })}
    />
  );
}
