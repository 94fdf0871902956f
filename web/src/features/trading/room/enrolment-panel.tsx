import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { useNamed } from '@/shared/i18n/use-named.ts';
import { paths } from '@/shared/paths.ts';
import { allows, centreQuery, useMe } from '@/shared/session/session.ts';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';
import { PaperLinks } from '../papers/paper-links.tsx';
import { cancelEnrolment, enrol, type Room } from './api.ts';
import classes from './room.module.css';

type Mine = NonNullable<Room['mine']>;

/** Whether I may bid here, what is missing, and where my money is. */
export function EnrolmentPanel({ room }: { room: Room }) {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname } = useLocation();
  if (room.mine) return <Enrolled room={room} mine={room.mine} />;
  if (allows(room, 'enrol')) return <Enrol room={room} />;
  if (room.position.status === 'Closed' || room.position.status === 'Cancelled') return <p>{t('trading.enrol.over')}</p>;
  if (!me)
    return (
      <div className={classes.stack}>
        <p>{t('trading.enrol.visitor')}</p>
        <ButtonLink type="primary" to={paths.signIn(pathname)}>{t('trading.enrol.signIn')}</ButtonLink>
      </div>
    );
  return (
    <div className={classes.stack}>
      <p>{t('trading.enrol.notAble')}</p>
      {allows(me, 'register-party') && <ButtonLink to={paths.organisation}>{t('trading.enrol.organisation')}</ButtonLink>}
    </div>
  );
}

function Enrol({ room }: { room: Room }) {
  const { t } = useTranslation();
  const named = useNamed();
  const [hasRead, setRead] = useState(false);
  const command = useCommand((_: null, commandId) => enrol(room.id, commandId), { done: t('trading.enrol.done') });
  return (
    <div className={classes.stack}>
      <p>{t('trading.enrol.invite', { deposit: formatYuan(room.terms.deposit.fen) })}</p>
      <Checkbox checked={hasRead} onChange={(event) => setRead(event.target.checked)}>
        {t('trading.enrol.read')}
      </Checkbox>
      {room.profile && <Link to={paths.rules(room.profile.id)}>{t('trading.enrol.rules', { name: named(room.profile) })}</Link>}
      <Button type="primary" size="large" block disabled={!hasRead} loading={command.isPending} onClick={() => command.mutate(null)}>
        {t('trading.enrol.act')}
      </Button>
    </div>
  );
}

const DEPOSIT_TONES: Record<NonNullable<Mine['depositState']>, Tone> = {
  Awaited: 'amber',
  Short: 'amber',
  Received: 'green',
  Over: 'green',
  ThirdPartyHeld: 'red',
  Late: 'red',
  HeldTowardsPrice: 'green',
  ToBeRefunded: 'blue',
  Refunded: 'quiet',
};

/** The custody account, to be copied whole. */
function PayInto() {
  const { t } = useTranslation();
  const account = useQuery(centreQuery).data?.custodyAccount;
  if (!account) return null;
  return (
    <p className={classes.account}>
      <span>{t('trading.enrol.account')}</span>
      <strong className="figures">{account}</strong>
    </p>
  );
}

function Enrolled({ room, mine }: { room: Room; mine: Mine }) {
  const { t } = useTranslation();
  const isOver = room.position.status === 'Closed' || room.position.status === 'Cancelled';
  const isUnpaid = isOver && mine.depositState === 'Awaited';
  const command = useCommand((_: null, commandId) => cancelEnrolment(room.id, mine.number, commandId), {
    done: t('trading.enrol.cancelled'),
  });
  return (
    <div className={classes.stack}>
      <p className={classes.row}>
        <span>{t('trading.enrol.state')}</span>
        <strong>
          {mine.bidder !== null
            ? t('trading.enrol.bidder', { number: mine.bidder })
            : t(`trading.enrol.status.${mine.status}`)}
        </strong>
      </p>
      {isUnpaid && <p className={classes.note}>{t('trading.enrol.tooLate')}</p>}
      {mine.depositState && !isUnpaid && (
        <>
          <p className={classes.row}>
            <span>{t('trading.terms.deposit')}</span>
            <Mark tone={DEPOSIT_TONES[mine.depositState]}>{t(`trading.deposit.${mine.depositState}`)}</Mark>
          </p>
          <p className={classes.note}>
            {t(`trading.depositNote.${mine.depositState}`, {
              deposit: formatYuan(mine.deposit.fen),
              received: formatYuan(mine.received?.fen ?? 0),
              number: mine.number,
            })}
          </p>
        </>
      )}
      {!isOver && (mine.depositState === 'Awaited' || mine.depositState === 'Short') && <PayInto />}
      {mine.reason && <p className={classes.note}>{mine.reason}</p>}
      <PaperLinks papers={mine.papers} />
      {allows(room, 'cancel-enrolment') && (
        <Button loading={command.isPending} onClick={() => command.mutate(null)}>{t('trading.enrol.cancel')}</Button>
      )}
    </div>
  );
}
