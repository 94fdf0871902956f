import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '@/shared/format/dates.ts';
import { formatRemaining, remaining } from '@/shared/format/duration.ts';
import { formatYuan } from '@/shared/format/money.ts';
import type { MarketClock } from '@/shared/live/clock.ts';
import { priceNow } from '../../descending/clock.ts';
import type { Room } from '../api.ts';
import { turnOf } from './countdown.tsx';
import classes from './display.module.css';

/** Seconds before the end at which the time is spoken. */
const MILESTONES = [600, 300, 60, 30, 10];
const MERGE_MS = 5_000;

/** My maximum was above that price. */
const stoodAbove = ({ mine }: Room, fen: number): boolean => (mine?.proxy?.maximum.fen ?? 0) > fen;

/** My own automatic bid met another's since then. */
const passedByProxy = (was: Room, room: Room, own: number): boolean =>
  room.bids.some(({ version, answer }) => version > was.position.version && answer?.leads === true && answer.bidder === own);

/** Speaks what a sighted person sees move: bids merged to one sentence in 5 s, the last minutes, own matters at once. */
export function Announcer({ room, clock }: { room: Room; clock: MarketClock | null }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [alert, setAlert] = useState('');
  const before = useRef(room);
  const spoken = useRef(room.position.bidCount);
  const latest = useRef(room);
  useEffect(() => {
    const was = before.current;
    before.current = room;
    latest.current = room;
    const own = room.mine?.bidder ?? null;
    if (own !== null && was.position.leader === own && room.position.leader !== own)
      setAlert(t(
        room.bids.at(-1)?.kind === 'Match'
          ? 'trading.say.matched'
          : stoodAbove(room, was.position.price?.fen ?? 0) ? 'trading.say.proxyPassed' : 'trading.say.outbid',
        { amount: formatYuan(room.position.nextMinimum.fen) },
      ));
    else if (own !== null && room.position.leader === own && passedByProxy(was, room, own))
      setAlert(t('trading.say.proxyHeld', { amount: formatYuan(room.position.price?.fen ?? 0) }));
    else if (room.position.extensions > was.position.extensions)
      setAlert(t('trading.say.extended', { at: formatClock(room.position.closesAt) }));
    else if (room.position.status !== was.position.status)
      setAlert(t(`trading.say.status.${room.position.status}`));
  }, [room, t]);
  useEffect(() => {
    const speak = setInterval(() => {
      const { position, mine } = latest.current;
      const count = position.bidCount - spoken.current;
      if (count <= 0 || !position.price) return;
      spoken.current = position.bidCount;
      const bids = t('trading.say.bids', { count, amount: formatYuan(position.price.fen) });
      const own = mine?.bidder ?? null;
      const standing = own === null ? '' : t(position.leader === own ? 'trading.say.lead' : 'trading.say.notLead');
      setSaid(`${bids} ${standing}`);
    }, MERGE_MS);
    return () => clearInterval(speak);
  }, [t]);
  const turn = room.position.status === 'Open' ? turnOf(room) : null;
  useEffect(() => {
    if (!clock || turn === null) return;
    const timers = MILESTONES.map((seconds) => ({ seconds, wait: turn - seconds * 1_000 - clock.now() }))
      .filter(({ wait }) => wait > 0 && wait < 3_600_000)
      .map(({ seconds, wait }) =>
        setTimeout(
          () => setSaid(seconds >= 60 ? t('trading.say.minutes', { count: seconds / 60 }) : t('trading.say.seconds', { count: seconds })),
          wait,
        ),
      );
    return () => timers.forEach(clearTimeout);
  }, [clock, turn, t]);
  const tellNow = () => {
    const { position } = latest.current;
    const left = turn !== null && clock ? formatRemaining(remaining(turn - clock.now())) : null;
    const price = t('trading.say.price', { amount: formatYuan(priceNow(latest.current, clock?.now() ?? Date.parse(latest.current.now))) });
    const text = left === null ? t(`trading.say.status.${position.status}`) : t('trading.say.left', { left });
    // A live region speaks only what is new.
    setSaid((before) => (before === `${text} ${price}` ? `${text} ${price}\u00a0` : `${text} ${price}`));
  };
  return (
    <>
      <button type="button" className={classes.sayNow} onClick={tellNow}>{t('trading.say.now')}</button>
      <p role="status" className="visually-hidden">{said}</p>
      <p role="alert" className="visually-hidden">{alert}</p>
    </>
  );
}
