import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import classes from './users.module.css';

const addressOf = ({ user, setPasswordToken }: Server['Invitation']): string =>
  `${window.location.origin}${paths.setPassword}#${new URLSearchParams({ email: user.email, token: setPasswordToken }).toString()}`;

/** The address an invited person sets a password at; shown once, handed over by the inviter. */
export function HandOver({ invitation }: { invitation: Server['Invitation'] }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="success"
      showIcon
      title={t('parties.administration.handOver', { name: invitation.user.displayName })}
      description={<code className={classes.link}>{addressOf(invitation)}</code>}
    />
  );
}
