import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problems.ts';
import { useCommand } from '@/shared/api/command.ts';
import { capitals } from '@/shared/format/capitals.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { type Room, setProxy } from '../api.ts';
import classes from './bidding.module.css';

/** My maximum: the market bids for me within it. Only my own party ever sees it. */
export function ProxyPanel({ room }: { room: Room }) {
  const { t } = useTranslation();
  const [entered, setEntered] = useState<number | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const proxy = room.mine?.proxy ?? null;
  const leads = room.position.leader !== null && room.position.leader === room.mine?.bidder;
  // What the line tells moves on; the rest of the room is as it was asked for last.
  const isUsedUp = proxy !== null && (!leads || proxy.maximum.fen <= (room.position.price?.fen ?? 0));
  const least = leads ? (room.position.price?.fen ?? 0) : room.position.nextMinimum.fen;
  const command = useCommand((maximum: number | null, commandId) => setProxy(room.id, commandId, maximum), {
    quiet: true,
    onDone: () => {
      setEntered(null);
      setAsked(null);
    },
  });
  const send = (maximum: number | null) => command.mutate(maximum);
  return (
    <section className={classes.panel} aria-label={t('trading.proxy.title')}>
      <h3>{t('trading.proxy.title')}</h3>
      <p className={classes.binding}>{t('trading.proxy.explain')}</p>
      {proxy && (
        <p className={`${classes.state} ${isUsedUp ? classes.bad : classes.good} figures`}>
          {t(isUsedUp ? (leads ? 'trading.proxy.reached' : 'trading.proxy.usedUp') : 'trading.proxy.stands', {
            amount: formatYuan(proxy.maximum.fen),
          })}
        </p>
      )}
      {asked === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (entered !== null) setAsked(entered);
          }}
        >
          <label htmlFor="proxy-maximum" className={classes.label}>
            {t('trading.proxy.own', { least: formatYuan(least) })}
          </label>
          <MoneyInput id="proxy-maximum" value={entered} onChange={setEntered} />
          <Button htmlType="submit" block size="large" disabled={entered === null || command.isPending}>
            {t(proxy && !isUsedUp ? 'trading.proxy.change' : 'trading.proxy.set')}
          </Button>
        </form>
      ) : (
        <div className={classes.guard} role="group" aria-label={t('trading.proxy.confirmTitle')}>
          <p>{t('trading.proxy.confirmText')}</p>
          <p className={`${classes.confirmAmount} figures`}>{formatYuan(asked)}</p>
          <p className={classes.capitals} lang="zh-CN">{capitals(asked)}</p>
          <Button type="primary" size="large" loading={command.isPending} onClick={() => send(asked)}>
            {t('trading.proxy.confirm', { amount: formatYuan(asked) })}
          </Button>
          <Button size="large" onClick={() => setAsked(null)}>{t('trading.bid.back')}</Button>
        </div>
      )}
      {proxy && !isUsedUp && (
        <Button disabled={command.isPending} onClick={() => send(null)}>{t('trading.proxy.end')}</Button>
      )}
      <div role="alert">
        {command.isError && <p className={`${classes.state} ${classes.bad}`}>{problemText(command.error)}</p>}
        {command.data && (
          <p className={`${classes.state} ${command.data.leading ? classes.good : classes.bad}`}>
            {command.data.maximum === null
              ? t('trading.proxy.ended')
              : t(command.data.leading ? 'trading.proxy.doneLeading' : 'trading.proxy.donePassed', {
                  amount: formatYuan(command.data.maximum.fen),
                })}
          </p>
        )}
      </div>
    </section>
  );
}
