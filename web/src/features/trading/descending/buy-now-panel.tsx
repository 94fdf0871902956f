import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';
import { capitals } from '@/shared/format/capitals.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { sendTake, type Room } from '../room/api.ts';
import classes from '../room/bidding/bidding.module.css';

/** While nobody bid, an admitted bidder may buy at once at the price the seller named. */
export function BuyNowPanel({ room }: { room: Room }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const command = useCommand((price: number, commandId) => sendTake(null, room.id, commandId, price), {
    quiet: true,
    onDone: () => setAsked(false),
  });
  const fen = room.terms.buyNow?.fen;
  if (fen === undefined) return null;
  const amount = formatYuan(fen);
  return (
    <section className={classes.panel} aria-label={t('trading.buyNow.title')}>
      <h3>{t('trading.buyNow.title')}</h3>
      <p className={classes.binding}>{t('trading.buyNow.explain')}</p>
      {isAsked ? (
        <div className={classes.guard} role="group" aria-label={t('trading.clock.confirmTitle')}>
          <p className={`${classes.confirmAmount} figures`}>{amount}</p>
          <p className={classes.capitals} lang="zh-CN">{capitals(fen)}</p>
          <p className={classes.binding}>{t('trading.buyNow.binding')}</p>
          <Button type="primary" size="large" loading={command.isPending} onClick={() => command.mutate(fen)}>
            {t('trading.clock.confirm', { amount })}
          </Button>
          <Button size="large" onClick={() => setAsked(false)}>{t('trading.bid.back')}</Button>
        </div>
      ) : (
        <Button size="large" block onClick={() => setAsked(true)}>{t('trading.clock.take', { amount })}</Button>
      )}
      <div role="alert">
        {command.isError && <p className={`${classes.state} ${classes.bad}`}>{problemText(command.error)}</p>}
      </div>
    </section>
  );
}
