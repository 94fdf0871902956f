import { useTranslation } from 'react-i18next';
import { formatRemaining, remaining } from '@/shared/format/duration.ts';
import type { MarketClock } from '@/shared/live/clock.ts';
import type { Room } from '../api.ts';
import { turnOf } from '../display/countdown.tsx';
import { useNow } from '../display/use-now.ts';
import { BidMinimum } from './bid-panel.tsx';
import classes from './bidding.module.css';
import type { useBidding } from './use-bidding.ts';

interface PinnedBarProps {
  room: Room;
  clock: MarketClock | null;
  bidding: ReturnType<typeof useBidding>;
}

/** On a phone: how it stands, what is left and the next bid, always within reach of the thumb. */
export function PinnedBar({ room, clock, bidding }: PinnedBarProps) {
  const { t } = useTranslation();
  const turn = turnOf(room);
  const now = useNow(clock, turn);
  const left = turn !== null && now !== null ? turn - now : null;
  const leads = room.position.leader !== null && room.position.leader === room.mine?.bidder;
  return (
    <div className={classes.pinned}>
      <p className={`${classes.pinnedLine} figures`} aria-hidden="true">
        <span>
          {left === null
            ? null
            : left <= 0
              ? t('trading.room.deciding')
              : t('trading.bid.left', { left: formatRemaining(remaining(left)) })}
        </span>
        <strong>{room.position.leader === null ? null : t(leads ? 'trading.room.youLead' : 'trading.bid.notLeading')}</strong>
      </p>
      <BidMinimum room={room} bidding={bidding} />
    </div>
  );
}
