import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { formatSecond } from '@/shared/format/dates.ts';
import { lotTitle } from '@/shared/format/lots.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { DemoMark, Mark } from '@/shared/ui/marks.tsx';
import classes from './auction-card.module.css';

type Auction = Server['AuctionSummary'];

export function AuctionCard({ auction }: { auction: Auction }) {
  const { t } = useTranslation();
  return (
    <article className={auction.status === 'Open' ? `${classes.card} ${classes.open}` : classes.card}>
      <p className={classes.marks}>
        <AuctionMark status={auction.status} />
        <Mark tone="quiet">{t(`trading.protocol.${auction.protocol}`)}</Mark>
        {auction.isDemo && <DemoMark />}
      </p>
      <h3 className={classes.title}>
        <Link to={paths.auction(auction.id)} className={classes.cover}>{lotTitle(t, auction)}</Link>
      </h3>
      <p className={`${classes.number} figures`}>{auction.patentNumber}</p>
      <Price auction={auction} />
      <p className={classes.foot}>
        <span className="figures"><When auction={auction} /></span>
        <span>{t('trading.card.bids', { count: auction.bids })}</span>
      </p>
    </article>
  );
}

function Price({ auction }: { auction: Auction }) {
  const { t } = useTranslation();
  const label =
    auction.outcome === 'Sold' ? t('trading.card.final') : auction.price ? t('trading.card.price') : t('trading.card.start');
  return (
    <p className={classes.price}>
      <span className={classes.label}>{auction.outcome === 'NoSale' ? t('trading.card.noSale') : label}</span>
      <Amount fen={(auction.price ?? auction.startPrice).fen} large />
    </p>
  );
}

function When({ auction }: { auction: Auction }) {
  const { t } = useTranslation();
  if (auction.status === 'Announced') return <>{t('trading.card.opens', { at: formatSecond(auction.opensAt) })}</>;
  const at = formatSecond(auction.closesAt);
  return <>{auction.status === 'Closed' ? t('trading.card.closed', { at }) : t('trading.card.closes', { at })}</>;
}

const TONES = {
  None: 'quiet',
  Draft: 'quiet',
  Announced: 'blue',
  Open: 'red',
  Suspended: 'amber',
  Closed: 'quiet',
  Cancelled: 'quiet',
  Opening: 'amber',
} as const;

export function AuctionMark({ status }: { status: Server['AuctionStatus'] }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[status]}>{t(`trading.status.${status}`)}</Mark>;
}
