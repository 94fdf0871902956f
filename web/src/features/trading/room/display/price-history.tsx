import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import type { Room } from '../api.ts';
import { BidNote } from './bid-note.tsx';
import { priceCourse } from './price-course.ts';
import classes from './display.module.css';

const PriceChart = lazy(async () => ({ default: (await import('./price-chart.tsx')).PriceChart }));

/** The course of the price as a drawing and, for who cannot see it or wants figures, as a table. */
export function PriceHistory({ room }: { room: Room }) {
  const { t } = useTranslation();
  if (room.bids.length === 0) return <p>{t('trading.room.noCourse')}</p>;
  return (
    <>
      <Suspense fallback={<div className={classes.chart} />}>
        <PriceChart room={room} />
      </Suspense>
      <details className={classes.details}>
        <summary>{t('trading.room.asTable')}</summary>
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('trading.room.course')}>
          <table className={`${classes.table} figures`}>
            <thead>
              <tr>
                <th scope="col">{t('trading.room.time')}</th>
                <th scope="col">{t('trading.room.amount')}</th>
                <th scope="col">{t('trading.room.by')}</th>
              </tr>
            </thead>
            <tbody>
              {priceCourse(room).map(({ key, at, fen, bidder, bid }) => (
                <tr key={key}>
                  <td>{formatSecond(at)}</td>
                  <td>{formatYuan(fen)}</td>
                  <td>
                    {t('trading.room.bidder', { number: bidder })}{' '}
                    {bid ? <BidNote bid={bid} own={room.mine?.bidder ?? null} /> : t('trading.history.proxy')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
