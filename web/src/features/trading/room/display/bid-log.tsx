import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { paths } from '@/shared/paths.ts';
import { Empty } from '@/shared/ui/states.tsx';
import { isDutch } from '../../descending/clock.ts';
import { earlierQuery, type Room } from '../api.ts';
import { BidNote } from './bid-note.tsx';
import classes from './display.module.css';

/** Accepted bids, newest first. What is new is spoken by the announcer, merged; the list itself stays silent. */
export function BidLog({ room }: { room: Room }) {
  const { t } = useTranslation();
  const oldest = room.bids[0]?.version ?? 0;
  const more = room.position.bidCount > room.bids.length;
  const earlier = useInfiniteQuery({ ...earlierQuery(room.id, oldest), enabled: false });
  const known = earlier.data?.pages.flatMap((page) => page.items) ?? [];
  const seen = new Set(room.bids.map((bid) => bid.version));
  const bids = [...room.bids].reverse().concat(known.filter((bid) => !seen.has(bid.version)));
  if (bids.length === 0) return <Empty title={t('trading.room.noBidsYet')} hint={t(isDutch(room.terms) ? 'trading.clock.noBidsHint' : 'trading.room.noBidsHint')} />;
  return (
    <>
      <div role="log" aria-live="off" aria-label={t('trading.room.log')} className={classes.log} tabIndex={0}>
        <ol className={classes.bids}>
          {bids.map((bid) => {
            const own = bid.bidder === room.mine?.bidder;
            return (
              <li key={bid.version} className={own ? `${classes.bid} ${classes.own}` : classes.bid}>
                <span className={classes.bidder}>
                  {own
                    ? t('trading.room.bidderYou', { number: bid.bidder })
                    : t('trading.room.bidder', { number: bid.bidder })}
                </span>
                <span className={`${classes.bidAmount} figures`}>{formatYuan(bid.amount.fen)}</span>
                <span className={`${classes.when} figures`}>
                  {t('trading.room.bidAt', { at: formatSecond(bid.at), version: bid.version })}
                  {own && <>{' '}<a href={paths.receipt(room.id, bid.version)} download>{t('trading.room.receipt')}</a></>}
                </span>
                <BidNote bid={bid} own={room.mine?.bidder ?? null} />
              </li>
            );
          })}
        </ol>
      </div>
      {more && (known.length === 0 || earlier.hasNextPage) && (
        <p className={classes.more}>
          <Button
            loading={earlier.isFetching}
            onClick={() => void (known.length === 0 ? earlier.refetch() : earlier.fetchNextPage())}
          >
            {t('trading.room.earlier')}
          </Button>
        </p>
      )}
    </>
  );
}
