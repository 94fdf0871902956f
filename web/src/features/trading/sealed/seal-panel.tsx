import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';
import { capitals } from '@/shared/format/capitals.ts';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import type { Room } from '../room/api.ts';
import { sealBid } from './api.ts';
import { digestOf } from './crypto/envelope.ts';
import { seal, type SealedBid } from './crypto/sealing.ts';
import { saveOwnKey } from './own-key.ts';
import classes from './sealed.module.css';

/** My sealed bid: typed, confirmed in capitals, sealed here, its key saved, handed in; again replaces it. */
export function SealPanel({ room, bidder, hasSealed }: { room: Room; bidder: number; hasSealed: boolean }) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState<number | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const [made, setMade] = useState<(SealedBid & { digest: string }) | null>(null);
  const [isSaved, setSaved] = useState(false);
  const command = useCommand((envelope: string, commandId) => sealBid(room.id, envelope, commandId), {
    quiet: true,
    onDone: () => {
      setAmount(null);
      setAsked(null);
      setMade(null);
    },
  });
  const start = room.terms.startPrice.fen;
  const isLow = asked !== null && asked < start;
  const makeIt = async (fen: number) => {
    const set = room.terms.sealed;
    if (!set) return;
    const sealed = await seal(room.id, bidder, fen, { threshold: set.threshold, keys: set.holders.map(({ key }) => key) });
    setSaved(false);
    setMade({ ...sealed, digest: digestOf(sealed.envelope) });
  };
  const save = () => {
    if (!made) return;
    saveOwnKey({ auction: room.id, bidder, digest: made.digest, key: made.key });
    setSaved(true);
  };
  return (
    <div className={classes.panel}>
      <p className={classes.note}>{t('sealed.explain')}</p>
      {asked === null && (
        <form
          className={classes.panel}
          onSubmit={(event) => {
            event.preventDefault();
            if (amount !== null) setAsked(amount);
          }}
        >
          <label htmlFor="sealed-amount">{t('sealed.amount', { least: formatYuan(start) })}</label>
          <MoneyInput id="sealed-amount" value={amount} onChange={setAmount} />
          <Button htmlType="submit" type="primary" size="large" block disabled={amount === null}>
            {t(hasSealed ? 'sealed.replace' : 'sealed.next')}
          </Button>
        </form>
      )}
      {asked !== null && made === null && (
        <div className={classes.guard} role="group" aria-label={t('sealed.confirmTitle')}>
          <p className={`${classes.amount} figures`}>{formatYuan(asked)}</p>
          <p className={classes.capitals} lang="zh-CN">{capitals(asked)}</p>
          <p>{t(isLow ? 'sealed.tooLow' : 'sealed.binding', { least: formatYuan(start) })}</p>
          <Button type="primary" size="large" disabled={isLow} onClick={() => void makeIt(asked)}>{t('sealed.seal')}</Button>
          <Button size="large" onClick={() => setAsked(null)}>{t('trading.bid.back')}</Button>
        </div>
      )}
      {asked !== null && made !== null && (
        <div className={classes.guard} role="group" aria-label={t('sealed.handIn')}>
          <p>{t('sealed.sealedHere')}</p>
          <p className={`${classes.digest} figures`}>{made.digest}</p>
          <Button size="large" onClick={save}>{t('sealed.saveKey')}</Button>
          {isSaved && <p role="status">{t('sealed.keySaved')}</p>}
          <Button type="primary" size="large" loading={command.isPending} disabled={!isSaved} onClick={() => command.mutate(made.envelope)}>
            {t('sealed.handIn')}
          </Button>
          <Button size="large" disabled={command.isPending} onClick={() => setMade(null)}>{t('trading.bid.back')}</Button>
        </div>
      )}
      <div role="alert">
        {command.isError && <p className={`${classes.state} ${classes.bad}`}>{problemText(command.error)}</p>}
        {command.data && (
          <p className={`${classes.state} ${classes.good} figures`}>
            {t(command.data.replaces ? 'sealed.replaced' : 'sealed.taken', {
              at: formatSecond(command.data.at),
              version: command.data.record,
            })}
          </p>
        )}
      </div>
    </div>
  );
}
