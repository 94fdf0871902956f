import { Button, Checkbox } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import type { Room } from '../api.ts';
import { isBigJump, quickAmounts } from './bid-rules.ts';
import classes from './bidding.module.css';
import type { useBidding } from './use-bidding.ts';

const loadDialog = () => import('./bid-dialog.tsx');
const BidDialog = lazy(async () => ({ default: (await loadDialog()).BidDialog }));

type Bidding = ReturnType<typeof useBidding>;

/** Where an admitted bidder bids. Every amount goes through the confirmation unless quick bidding was chosen. */
export function BidPanel({ room, bidding }: { room: Room; bidding: Bidding }) {
  const { t } = useTranslation();
  const [entered, setEntered] = useState<number | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const [isQuick, setQuick] = useState(false);
  const refusedMinimum = bidding.outcome?.kind === 'refused' ? bidding.outcome.nextMinimumFen : null;
  const amount = entered ?? refusedMinimum;
  const minimum = room.position.nextMinimum.fen;
  const isBusy = bidding.pending !== null;
  const wish = (fen: number) => (isQuick && !isBigJump(room, fen) ? bidding.place(fen) : setAsked(fen));
  // Onlookers never need the dialog; who may bid must not wait for it.
  useEffect(() => void loadDialog(), []);
  return (
    <div className={classes.panel}>
      <p className={classes.minimum}>
        <span>{t('trading.bid.nextMinimum')}</span>
        <strong className="figures">{formatYuan(minimum)}</strong>
      </p>
      <Button type="primary" size="large" block className={classes.main ?? ''} disabled={isBusy} onClick={() => wish(minimum)}>
        {t('trading.bid.placeMinimum', { amount: formatYuan(minimum) })}
      </Button>
      <div className={classes.quick} role="group" aria-label={t('trading.bid.quick')}>
        {quickAmounts(room).slice(1).map((fen) => (
          <Button key={fen} disabled={isBusy} onClick={() => wish(fen)} className="figures">{formatYuan(fen)}</Button>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (amount !== null) wish(amount);
        }}
      >
        <label htmlFor="bid-amount" className={classes.label}>{t('trading.bid.own')}</label>
        <MoneyInput id="bid-amount" value={amount} onChange={setEntered} />
        <Button htmlType="submit" block size="large" disabled={isBusy || amount === null}>{t('trading.bid.placeOwn')}</Button>
      </form>
      <Checkbox checked={isQuick} onChange={(event) => setQuick(event.target.checked)}>{t('trading.bid.quickMode')}</Checkbox>
      <BidState bidding={bidding} />
      {asked !== null && (
        <Suspense fallback={null}>
          <BidDialog
            room={room}
            fen={asked}
            onCancel={() => setAsked(null)}
            onConfirm={(fen) => {
              setAsked(null);
              setEntered(null);
              bidding.place(fen);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Sending, being checked, accepted or refused in words; an alert, so that it is spoken. */
export function BidState({ bidding: { pending, isDoubtful, outcome } }: { bidding: Bidding }) {
  const { t } = useTranslation();
  const text = pending
    ? t(isDoubtful ? 'trading.bid.checking' : 'trading.bid.sending', { amount: formatYuan(pending.fen) })
    : outcome?.kind === 'accepted'
      ? t('trading.bid.accepted', {
          amount: formatYuan(outcome.receipt.price.fen),
          at: formatSecond(outcome.receipt.at),
          version: outcome.receipt.version,
        })
      : outcome?.text;
  const look = pending ? classes.waiting : outcome?.kind === 'accepted' ? classes.good : classes.bad;
  return (
    <div role="alert" className={text ? `${classes.state} ${look}` : classes.state}>
      {text && <p>{text}</p>}
      {!pending && outcome?.kind === 'refused' && outcome.nextMinimumFen !== null && (
        <p>{t('trading.bid.refusedHint', { amount: formatYuan(outcome.nextMinimumFen) })}</p>
      )}
    </div>
  );
}
