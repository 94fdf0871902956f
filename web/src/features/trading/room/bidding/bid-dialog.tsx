import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capitals } from '@/shared/format/capitals.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import type { Room } from '../api.ts';
import { useLotTitle } from '../lot-title.ts';
import { isBigJump } from './bid-rules.ts';
import classes from './bidding.module.css';

interface BidDialogProps {
  room: Room;
  fen: number;
  onConfirm: (fen: number) => void;
  onCancel: () => void;
}

/**
 * A bid binds, so it is confirmed with its figures. Did the price move meanwhile, the dialog says so and asks for the
 * new minimum; after a big jump the amount is typed once more.
 */
export function BidDialog({ room, fen, onConfirm, onCancel }: BidDialogProps) {
  const { t } = useTranslation();
  const title = useLotTitle(room.lot);
  const [again, setAgain] = useState<number | null>(null);
  const minimum = room.position.nextMinimum.fen;
  const isTooLow = fen < minimum;
  const amount = isTooLow ? minimum : fen;
  const guarded = isBigJump(room, amount);
  const open = room.position.status === 'Open';
  return (
    <Modal
      open
      title={t('trading.bid.confirmTitle')}
      okText={t(isTooLow ? 'trading.bid.confirmMoved' : 'trading.bid.confirm', { amount: formatYuan(amount) })}
      cancelText={t('trading.bid.back')}
      okButtonProps={{ disabled: !open || (guarded && again !== amount), size: 'large' }}
      // The focus starts on the way back: a key held down must not bid.
      cancelButtonProps={{ size: 'large', autoFocus: true }}
      onOk={() => onConfirm(amount)}
      onCancel={onCancel}
      width={480}
    >
      {isTooLow && (
        <Alert role="alert" type="warning" showIcon title={t('trading.bid.movedText', { amount: formatYuan(minimum) })} />
      )}
      {!open && <Alert role="alert" type="error" showIcon title={t('trading.bid.notOpen')} />}
      <p className={`${classes.confirmAmount} figures`}>{formatYuan(amount)}</p>
      <p className={classes.capitals} lang="zh-CN">{capitals(amount)}</p>
      <dl className={`${classes.figures} figures`}>
        <dt>{t('trading.bid.lot')}</dt>
        <dd>{title}</dd>
        <dt>{t('trading.bid.nextMinimum')}</dt>
        <dd>{formatYuan(minimum)}</dd>
        <dt>{t('trading.terms.deposit')}</dt>
        <dd>{formatYuan(room.terms.deposit.fen)}</dd>
        <dt>{t('trading.bid.rest')}</dt>
        <dd>{formatYuan(Math.max(0, amount - room.terms.deposit.fen))}</dd>
      </dl>
      <p className={classes.binding}>{t('trading.bid.binding')}</p>
      {guarded && (
        <div className={classes.guard}>
          <label htmlFor="bid-again">{t('trading.bid.guard')}</label>
          <MoneyInput id="bid-again" value={again} onChange={setAgain} />
        </div>
      )}
    </Modal>
  );
}
