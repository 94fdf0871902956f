import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { problemText } from '@/shared/api/problems.ts';
import { paths } from '@/shared/paths.ts';
import type { Room } from '../room/api.ts';
import { bidsToOpen, releaseShare, type SealedBid } from './api.ts';
import { isOfBid } from './of-bid.ts';
import { read } from './crypto/envelope.ts';
import type { HolderPair } from './crypto/holder-keys.ts';
import { openShare } from './crypto/opening.ts';
import { usePair } from './key-store.ts';
import classes from './sealed.module.css';

/** What one round of opening came to. */
interface Round {
  readonly done: number;
  readonly of: number;
  /** Why a bid was not opened, by bidder code. */
  readonly faults: readonly { readonly bidder: number; readonly text: string }[];
}

const isDue = (bid: SealedBid, holder: number): boolean =>
  bid.amount === null && bid.void === null && !bid.released.includes(holder);

/** A holder opens his shares with the key in this browser and releases them, one bid after the other. */
export function HolderOpening({ room, bids }: { room: Room; bids: readonly SealedBid[] }) {
  const { t } = useTranslation();
  const [pair] = usePair();
  const holder = (room.terms.sealed?.holders ?? []).findIndex(({ key }) => key === pair?.point) + 1;
  if (pair === undefined) return null;
  return (
    <div className={classes.panel}>
      <h3>{t('sealed.holders')}</h3>
      {pair === null || holder === 0 ? (
        <p className={classes.note}>
          {t('sealed.noPair')} <Link to={paths.holderKey}>{t('sealed.toKey')}</Link>
        </p>
      ) : (
        <Opening key={holder} room={room} bids={bids} pair={pair} holder={holder} />
      )}
    </div>
  );
}

function Opening({ room, bids, pair, holder }: { room: Room; bids: readonly SealedBid[]; pair: HolderPair; holder: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [round, setRound] = useState<Round | null>(null);
  const due = bids.filter((bid) => isDue(bid, holder));
  const isRunning = round !== null && round.done < round.of;
  const openOne = async (bid: SealedBid): Promise<string | null> => {
    const envelope = read(bid.envelope);
    if (!envelope || !isOfBid(envelope, bid, room)) return t('sealed.notOfBid');
    const share = await openShare(envelope, holder, pair.privateKey, pair.point);
    if (share === undefined) return t('sealed.notMine');
    try {
      await releaseShare(room.id, bid.bidder, { holder, share }, crypto.randomUUID());
      return null;
    } catch (error) {
      return problemText(error);
    }
  };
  const [fault, setFault] = useState<string | null>(null);
  const openAll = async () => {
    setFault(null);
    try {
      await openEach();
    } catch (error) {
      setRound(null);
      setFault(problemText(error));
    }
  };
  const openEach = async () => {
    setRound({ done: 0, of: due.length, faults: [] });
    const sealed = (await bidsToOpen(room.id)).filter((bid) => isDue(bid, holder));
    let now: Round = { done: 0, of: sealed.length, faults: [] };
    setRound(now);
    for (const bid of sealed) {
      const text = await openOne(bid);
      now = { ...now, done: now.done + 1, faults: text === null ? now.faults : [...now.faults, { bidder: bid.bidder, text }] };
      setRound(now);
    }
    await queries.invalidateQueries();
  };
  return (
    <>
      <p>{t('sealed.youHold', { number: holder, name: room.terms.sealed?.holders[holder - 1]?.name })}</p>
      <Button type="primary" size="large" loading={isRunning} disabled={due.length === 0} onClick={() => void openAll()}>
        {t('sealed.openShares', { count: due.length })}
      </Button>
      {round && <Progress aria-label={t('sealed.progress')} percent={Math.round((100 * round.done) / Math.max(1, round.of))} />}
      <div role="status">
        {round && !isRunning && <p>{t('sealed.openedShares', { done: round.of - round.faults.length, of: round.of })}</p>}
      </div>
      <div role="alert">
        {fault !== null && <p className={`${classes.state} ${classes.bad}`}>{fault}</p>}
        {round?.faults.map(({ bidder, text }) => (
          <p key={bidder} className={`${classes.state} ${classes.bad}`}>{t('trading.room.bidder', { number: bidder })}: {text}</p>
        ))}
      </div>
    </>
  );
}
