import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';
import { capitals } from '@/shared/format/capitals.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { matchPrice, type Room } from '../api.ts';
import classes from './bidding.module.css';

/** Whether a rank (0 = none, 1 before 2) goes before another at the same price. */
export const outranks = (rank: number, other: number): boolean => rank > 0 && (other === 0 || rank < other);

/** For a holder of a pre-emption right: the price as it stands, taken at once. */
export function MatchPanel({ room }: { room: Room }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<number | null>(null);
  const { price, leader, leaderRank } = room.position;
  const rank = room.mine?.rank ?? 0;
  const command = useCommand((fen: number, commandId) => matchPrice(room.id, commandId, fen), {
    quiet: true,
    onDone: () => setAsked(null),
  });
  const may = price !== null && leader !== room.mine?.bidder && outranks(rank, leaderRank ?? 0);
  return (
    <section className={classes.panel} aria-label={t('trading.preemption.title')}>
      <h3>{t('trading.preemption.title')}</h3>
      <p className={classes.binding}>{t('trading.preemption.explain', { rank })}</p>
      {may && asked === null && (
        <Button size="large" block onClick={() => setAsked(price.fen)}>
          {t('trading.preemption.match', { amount: formatYuan(price.fen) })}
        </Button>
      )}
      {asked !== null && (
        <div className={classes.guard} role="group" aria-label={t('trading.preemption.confirmTitle')}>
          <p className={`${classes.confirmAmount} figures`}>{formatYuan(asked)}</p>
          <p className={classes.capitals} lang="zh-CN">{capitals(asked)}</p>
          <p className={classes.binding}>{t('trading.bid.binding')}</p>
          <Button type="primary" size="large" loading={command.isPending} onClick={() => command.mutate(asked)}>
            {t('trading.preemption.confirm', { amount: formatYuan(asked) })}
          </Button>
          <Button size="large" onClick={() => setAsked(null)}>{t('trading.bid.back')}</Button>
        </div>
      )}
      {!may && asked === null && <p>{t('trading.preemption.notNow')}</p>}
      <div role="alert">
        {command.isError && <p className={`${classes.state} ${classes.bad}`}>{problemText(command.error)}</p>}
        {command.data && (
          <p className={`${classes.state} ${command.data.leading ? classes.good : classes.bad}`}>
            {t(command.data.leading ? 'trading.preemption.done' : 'trading.preemption.passed', {
              amount: formatYuan(command.data.price.fen),
            })}
          </p>
        )}
      </div>
    </section>
  );
}
