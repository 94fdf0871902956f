import { Button } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { capitals } from '@/shared/format/capitals.ts';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatRemaining, remaining } from '@/shared/format/duration.ts';
import { formatYuan } from '@/shared/format/money.ts';
import type { Room } from '../room/api.ts';
import classes from '../room/bidding/bidding.module.css';
import type { useBidding } from '../room/bidding/use-bidding.ts';
import { type ClockState, useClock } from './use-clock.ts';

const loadDialog = () => import('./take-dialog.tsx');
const TakeDialog = lazy(async () => ({ default: (await loadDialog()).TakeDialog }));

type Bidding = ReturnType<typeof useBidding>;

/** Where an admitted bidder takes the price the clock shows; on a phone always within reach of the thumb. */
export function TakePanel({ room, bidding, isPinned }: { room: Room; bidding: Bidding; isPinned: boolean }) {
  const { t } = useTranslation();
  const clock = useClock(room);
  // Who may take a price must not wait for the dialog.
  useEffect(() => void loadDialog(), []);
  return (
    <div className={classes.panel}>
      <p className={classes.minimum}>
        <span>{t('trading.card.price')}</span>
        <strong className="figures">{formatYuan(clock.fen)}</strong>
      </p>
      <p className={classes.capitals} lang="zh-CN">{capitals(clock.fen)}</p>
      {!isPinned && <TakeButton clock={clock} bidding={bidding} />}
      <p className={classes.binding}>{t('trading.clock.explain')}</p>
      <TakeState bidding={bidding} />
    </div>
  );
}

/** As the bar of rising bids: what is left, and the one tap. */
export function TakeBar({ room, bidding }: { room: Room; bidding: Bidding }) {
  const { t } = useTranslation();
  const clock = useClock(room);
  const key = clock.nextFen === null ? 'trading.clock.endsIn' : 'trading.clock.fallsIn';
  return (
    <div className={classes.pinned}>
      <p className={`${classes.pinnedLine} figures`} aria-hidden="true">
        <span>{clock.leftMs !== null && t(key, { left: formatRemaining(remaining(clock.leftMs)) })}</span>
        <strong>{clock.nextFen !== null && t('trading.clock.next', { amount: formatYuan(clock.nextFen) })}</strong>
      </p>
      <TakeButton clock={clock} bidding={bidding} />
    </div>
  );
}

function TakeButton({ clock, bidding: { pending, ask } }: { clock: ClockState; bidding: Bidding }) {
  const { t } = useTranslation();
  return (
    <Button
      type="primary"
      size="large"
      block
      className={`${classes.main ?? ''} figures`}
      disabled={pending !== null || clock.isDeciding}
      onClick={() => ask(clock.fen)}
    >
      {t('trading.clock.take', { amount: formatYuan(clock.fen) })}
    </Button>
  );
}

/** The confirmation of the price that was asked for, which may fall while it stands open. */
export function AskedTake({ room, bidding: { asked, confirm, dismiss } }: { room: Room; bidding: Bidding }) {
  if (asked === null) return null;
  return (
    <Suspense fallback={null}>
      <TakeDialog room={room} fen={asked} onCancel={dismiss} onConfirm={confirm} />
    </Suspense>
  );
}

/** Sending, being checked, accepted or refused in words; an alert, so that it is spoken. */
export function TakeState({ bidding: { pending, isDoubtful, outcome } }: { bidding: Bidding }) {
  const { t } = useTranslation();
  const text = pending
    ? t(isDoubtful ? 'trading.bid.checking' : 'trading.clock.sending', { amount: formatYuan(pending.fen) })
    : outcome?.kind === 'accepted'
      ? t('trading.clock.accepted', {
          amount: formatYuan(outcome.receipt.price.fen), at: formatSecond(outcome.receipt.at), version: outcome.receipt.record,
        })
      : outcome?.text;
  const look = pending ? classes.waiting : outcome?.kind === 'accepted' ? classes.good : classes.bad;
  return <div role="alert" className={text ? `${classes.state} ${look}` : classes.state}>{text && <p>{text}</p>}</div>;
}
