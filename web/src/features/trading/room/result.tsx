import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { capitals } from '@/shared/format/capitals.ts';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { isDutch } from '../descending/clock.ts';
import type { Room } from './api.ts';
import classes from './room.module.css';

/** What the winner still owes: the price less what is held towards it. */
function Balance({ room, priceFen }: { room: Room; priceFen: number }) {
  const { t } = useTranslation();
  const held = room.mine?.depositState === 'HeldTowardsPrice' ? room.mine.deposit.fen : 0;
  return (
    <>
      <Facts
        facts={[
          [t('trading.result.held'), <Amount key="h" fen={held} />],
          [t('trading.result.rest'), <Amount key="r" fen={priceFen - held} />],
        ]}
      />
      <p>{t('trading.result.next')}</p>
      <Link to={paths.listing(room.lot.listing)}>{t('trading.result.listing')}</Link>
    </>
  );
}

/** How it ended, once the server says so; or why nothing moves. */
export function Result({ room }: { room: Room }) {
  const { t } = useTranslation();
  const { status, result, suspension } = room.position;
  if (status === 'Suspended' && suspension)
    return (
      <div className={`${classes.result} ${classes.paused}`}>
        <h2>{t('trading.result.suspended')}</h2>
        <p>{suspension.cause === 'Outage' ? t('trading.result.outage') : suspension.reason}</p>
        <p>{t(isDutch(room.terms) ? 'trading.clock.timeBack' : 'trading.result.timeBack')}</p>
      </div>
    );
  if (status === 'Cancelled')
    return (
      <div className={`${classes.result} ${classes.paused}`}>
        <h2>{t('trading.result.cancelled')}</h2>
        <p>{room.cancelReason}</p>
      </div>
    );
  if (!result) return null;
  const won = result.winner !== null && result.winner === room.mine?.bidder;
  return (
    <div className={result.outcome === 'Sold' ? `${classes.result} ${classes.sold}` : `${classes.result} ${classes.paused}`}>
      <h2>
        {result.outcome === 'Sold'
          ? t(won ? 'trading.result.youWon' : 'trading.result.sold')
          : t('trading.result.noSale')}
      </h2>
      {result.price && (
        <>
          <p className={`${classes.resultPrice} figures`}>{formatYuan(result.price.fen)}</p>
          <p className={classes.resultWords} lang="zh-CN">{capitals(result.price.fen)}</p>
        </>
      )}
      {result.noSale && <p>{isDutch(room.terms) ? t('trading.clock.unsold') : t(`trading.result.why.${result.noSale}`)}</p>}
      <p className="figures">
        {result.winner !== null && `${t('trading.result.winner', { number: result.winner })} `}
        {(result.winnerRank ?? 0) > 0 && `${t('trading.preemption.winner', { rank: result.winnerRank })} `}
        {t(room.terms.sealed ? 'trading.result.sealedSummary' : isDutch(room.terms) ? 'trading.clock.summary' : 'trading.result.summary', {
          at: formatSecond(result.closedAt),
          bids: result.bidCount,
          extensions: result.extensions,
        })}
      </p>
      {won && <Balance room={room} priceFen={result.price?.fen ?? 0} />}
    </div>
  );
}
