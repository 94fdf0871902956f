import { Alert, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capitals } from '@/shared/format/capitals.ts';
import { formatRemaining, remaining } from '@/shared/format/duration.ts';
import { formatYuan } from '@/shared/format/money.ts';
import type { Room } from '../room/api.ts';
import classes from '../room/bidding/bidding.module.css';
import { useLotTitle } from '../room/lot-title.ts';
import { useClock } from './use-clock.ts';

/** A click made for one price must not buy at the next, which comes to stand on the same button. */
const SETTLES_MS = 1_000;

interface TakeDialogProps {
  room: Room;
  /** What the clock showed when it was asked for. */
  fen: number;
  onConfirm: (fen: number) => void;
  onCancel: () => void;
}

/**
 * Taking a price binds and ends the auction, so it is confirmed with its figures. Fell the price meanwhile, the dialog
 * says so and asks for the new one; what is sent is the price that stands on the button.
 */
export function TakeDialog({ room, fen, onConfirm, onCancel }: TakeDialogProps) {
  const { t } = useTranslation();
  const title = useLotTitle(room.lot);
  const clock = useClock(room);
  const hasFallen = clock.fen !== fen;
  const isSettled = useSettled(clock.fen, fen);
  const isOpen = room.position.status === 'Open' && !clock.isDeciding;
  const amount = formatYuan(clock.fen);
  return (
    <Modal
      open
      title={t('trading.clock.confirmTitle')}
      okText={t(hasFallen ? 'trading.clock.confirmFallen' : 'trading.clock.confirm', { amount })}
      cancelText={t('trading.bid.back')}
      okButtonProps={{ disabled: !isOpen || !isSettled, size: 'large' }}
      // The focus starts on the way back: a key held down must not buy.
      cancelButtonProps={{ size: 'large', autoFocus: true }}
      onOk={() => onConfirm(clock.fen)}
      onCancel={onCancel}
      width={480}
    >
      {hasFallen && isOpen && (
        <Alert role="alert" type="warning" showIcon title={t('trading.clock.fallenText', { amount })} />
      )}
      {!isOpen && <Alert role="alert" type="error" showIcon title={t('trading.bid.notOpen')} />}
      <p className={`${classes.confirmAmount} figures`}>{amount}</p>
      <p className={classes.capitals} lang="zh-CN">{capitals(clock.fen)}</p>
      <dl className={`${classes.figures} figures`}>
        <dt>{t('trading.bid.lot')}</dt>
        <dd>{title}</dd>
        <dt>{t('trading.clock.nextTerm')}</dt>
        <dd>
          {clock.nextFen === null ? t('trading.clock.none') : formatYuan(clock.nextFen)}
          {clock.leftMs !== null && ` · ${formatRemaining(remaining(clock.leftMs))}`}
        </dd>
        <dt>{t('trading.terms.deposit')}</dt>
        <dd>{formatYuan(room.terms.deposit.fen)}</dd>
        <dt>{t('trading.bid.rest')}</dt>
        <dd>{formatYuan(Math.max(0, clock.fen - room.terms.deposit.fen))}</dd>
      </dl>
      <p className={classes.binding}>{t('trading.clock.binding')}</p>
    </Modal>
  );
}

/** Whether a price has stood for long enough to be meant by who presses now. */
function useSettled(fen: number, asked: number): boolean {
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    if (fen === settled) return undefined;
    const timer = setTimeout(() => setSettled(fen), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [fen, settled]);
  return fen === settled;
}
