import { useTranslation } from 'react-i18next';
import { formatSecond } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import type { Room } from '../room/api.ts';
import type { SealedBid } from './api.ts';
import classes from './sealed.module.css';

/** Who sealed when, by code; after the deadline how far each is opened and what it holds. */
export function SealedBidsList({ room, bids }: { room: Room; bids: readonly SealedBid[] }) {
  const { t } = useTranslation();
  const own = room.mine?.bidder ?? null;
  if (bids.length === 0) return <p className={classes.note}>{t('sealed.none')}</p>;
  return (
    <ul className={classes.bids}>
      {bids.map((bid) => (
        <li key={bid.bidder}>
          <p className={classes.line}>
            <strong>{t(bid.bidder === own ? 'trading.room.bidderYou' : 'trading.room.bidder', { number: bid.bidder })}</strong>
            <State room={room} bid={bid} />
          </p>
          <p className={`${classes.fine} figures`}>
            {t('trading.room.bidAt', { at: formatSecond(bid.at), version: bid.record })}
            {bid.bidder === own && <>{' '}<a href={paths.receipt(room.id, bid.record)} download>{t('trading.room.receipt')}</a></>}
          </p>
          <p className={`${classes.digest} figures`}>{t('sealed.digest', { digest: bid.digest })}</p>
        </li>
      ))}
    </ul>
  );
}

function State({ room, bid }: { room: Room; bid: SealedBid }) {
  const { t } = useTranslation();
  if (bid.void !== null)
    return (
      <span className={classes.mark}>
        {bid.amount && <Amount fen={bid.amount.fen} />} <Mark tone="amber">{t(`sealed.void.${bid.void}`)}</Mark>
      </span>
    );
  if (bid.amount)
    return (
      <span className={classes.mark}>
        <Amount fen={bid.amount.fen} /> {bid.isByBidder && <Mark tone="quiet">{t('sealed.byBidder')}</Mark>}
      </span>
    );
  const isOpening = room.position.status === 'Opening';
  return (
    <Mark tone="blue">
      {isOpening
        ? t('sealed.shares', { count: bid.released.length, of: room.terms.sealed?.threshold })
        : t('sealed.shut')}
    </Mark>
  );
}
