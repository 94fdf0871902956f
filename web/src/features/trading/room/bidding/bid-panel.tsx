import { Button, Checkbox } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import type { Room } from '../api.ts';
import { quickAmounts } from './bid-rules.ts';
import classes from './bidding.module.css';
import type { useBidding } from './use-bidding.ts';

const loadDialog = () => import('./bid-dialog.tsx');
const BidDialog = lazy(async () => ({ default: (await loadDialog()).BidDialog }));

type Bidding = ReturnType<typeof useBidding>;

/** Where an admitted bidder bids. Every amount goes through the confirmation unless quick bidding was chosen. */
export function BidPanel({ room, bidding, isPinned }: { room: Room; bidding: Bidding; isPinned: boolean }) {
  const { t } = useTranslation();
  const [entered, setEntered] = useState<{ fen: number | null; after: unknown }>({ fen: null, after: null });
  const { outcome, pending, wish } = bidding;
  const refusedMinimum = outcome?.kind === 'refused' ? outcome.nextMinimumFen : null;
  // What was typed belongs to the bid before it was answered; an answer clears it.
  const amount = (entered.after === outcome ? entered.fen : null) ?? refusedMinimum;
  const minimum = room.position.nextMinimum.fen;
  const isBusy = pending !== null;
  // Onlookers never need the dialog; who may bid must not wait for it.
  useEffect(() => void loadDialog(), []);
  return (
    <div className={classes.panel}>
      <p className={classes.minimum}>
        <span>{t('trading.bid.nextMinimum')}</span>
        <strong className="figures">{formatYuan(minimum)}</strong>
      </p>
      {!isPinned && <BidMinimum room={room} bidding={bidding} />}
      <div className={classes.quick} role="group" aria-label={t('trading.bid.quick')}>
        {quickAmounts(room).slice(1).map((fen) => (
          <Button key={fen} disabled={isBusy} onClick={() => wish(room, fen)} className="figures">{formatYuan(fen)}</Button>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (amount !== null) wish(room, amount);
        }}
      >
        <label htmlFor="bid-amount" className={classes.label}>{t('trading.bid.own')}</label>
        <MoneyInput id="bid-amount" value={amount} onChange={(fen) => setEntered({ fen, after: outcome })} />
        <Button htmlType="submit" block size="large" className={classes.own ?? ''} disabled={isBusy || amount === null}>
          {t('trading.bid.placeOwn')}
        </Button>
      </form>
      <Checkbox checked={bidding.isQuick} onChange={(event) => bidding.setQuick(event.target.checked)}>
        {t('trading.bid.quickMode')}
      </Checkbox>
      <BidState bidding={bidding} />
    </div>
  );
}

/** The one tap that bids the next minimum. */
export function BidMinimum({ room, bidding: { pending, wish } }: { room: Room; bidding: Bidding }) {
  const { t } = useTranslation();
  const minimum = room.position.nextMinimum.fen;
  return (
    <Button
      type="primary"
      size="large"
      block
      className={classes.main ?? ''}
      disabled={pending !== null}
      onClick={() => wish(room, minimum)}
    >
      {t('trading.bid.placeMinimum', { amount: formatYuan(minimum) })}
    </Button>
  );
}

/** The confirmation of the amount that was asked for, wherever it was asked. */
export function AskedBid({ room, bidding: { asked, confirm, dismiss } }: { room: Room; bidding: Bidding }) {
  if (asked === null) return null;
  return (
    <Suspense fallback={null}>
      <BidDialog room={room} fen={asked} onCancel={dismiss} onConfirm={confirm} />
    </Suspense>
  );
}

/** Sending, being checked, accepted or refused in words; an alert, so that it is spoken. */
export function BidState({ bidding: { pending, isDoubtful, outcome } }: { bidding: Bidding }) {
  const { t } = useTranslation();
  const text = pending
    ? t(isDoubtful ? 'trading.bid.checking' : 'trading.bid.sending', { amount: formatYuan(pending.fen) })
    : outcome?.kind === 'accepted'
      ? t(outcome.receipt.leading ? 'trading.bid.accepted' : 'trading.bid.passedAtOnce', {
          next: formatYuan(outcome.receipt.nextMinimum.fen),
          amount: formatYuan(outcome.receipt.price.fen),
          at: formatSecond(outcome.receipt.at),
          version: outcome.receipt.record,
        })
      : outcome?.text;
  const look = pending ? classes.waiting : outcome?.kind === 'accepted' && outcome.receipt.leading ? classes.good : classes.bad;
  return (
    <div role="alert" className={text ? `${classes.state} ${look}` : classes.state}>
      {text && <p>{text}</p>}
      {!pending && outcome?.kind === 'refused' && outcome.nextMinimumFen !== null && (
        <p>{t('trading.bid.refusedHint', { amount: formatYuan(outcome.nextMinimumFen) })}</p>
      )}
    </div>
  );
}
