import { useInfiniteQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { More } from '@/shared/ui/list-tools.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { type Account, changeRole, disableUser, inviteAgain, usersQuery } from './api.ts';
import { HandOver } from './hand-over.tsx';
import classes from './users.module.css';

const ROLES = [
  'Handler',
  'Reviewer',
  'Approver',
  'Host',
  'Cashier',
  'Accountant',
  'Supervisor',
  'Administrator',
] as const satisfies readonly Server['CentreRole'][];

export function Users() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(usersQuery);
  const [made, setMade] = useState<Server['Invitation'] | null>(null);
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <>
          <Rows
            label={t('parties.administration.users')}
            rows={pages.flatMap((page) => page.items).map((account) => ({
              key: account.id,
              marks: account.disabledAt ? <Mark tone="red">{t('parties.administration.disabled')}</Mark> : null,
              title: account.displayName,
              text: (
                <>
                  <span>{account.email}</span>
                  <Roles account={account} />
                  {made?.user.id === account.id && <HandOver invitation={made} />}
                </>
              ),
              end: (
                <>
                  {allows(account, 'invite') && (
                    <ActButton
                      label={t('parties.administration.inviteAgain')}
                      explain={t('parties.administration.inviteAgainText', { name: account.displayName })}
                      done={t('parties.administration.invitedAgain')}
                      act={async (_, commandId) => setMade(await inviteAgain(account.id, commandId))}
                    />
                  )}
                  {allows(account, 'disable') && (
                    <ActButton
                      danger
                      label={t('parties.administration.disable')}
                      explain={t('parties.administration.disableText', { name: account.displayName })}
                      done={t('parties.administration.disabled')}
                      act={(_, commandId) => disableUser(account.id, commandId)}
                    />
                  )}
                </>
              ),
            }))}
          />
          <More query={query} />
        </>
      )}
    </Loaded>
  );
}

/** Each tick is one grant or revocation, done at once and kept as an event. */
function Roles({ account }: { account: Account }) {
  const { t } = useTranslation();
  const command = useCommand(
    ({ role, granted }: { role: Server['CentreRole']; granted: boolean }, commandId) =>
      changeRole(account.id, granted ? 'grant' : 'revoke', role, commandId),
    { done: t('parties.administration.rolesChanged') },
  );
  if (!allows(account, 'grant'))
    return account.roles.length > 0 ? <span> · {account.roles.map((role) => t(`parties.role.${role}`)).join(t('kernel.list.separator'))}</span> : null;
  return (
    <div className={classes.roles} role="group" aria-label={t('parties.administration.rolesOf', { name: account.displayName })}>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          checked={account.roles.includes(role)}
          disabled={command.isPending}
          onChange={({ target }) => command.mutate({ role, granted: target.checked })}
        >
          {t(`parties.role.${role}`)}
        </Checkbox>
      ))}
    </div>
  );
}
