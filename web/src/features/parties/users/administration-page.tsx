import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allows, requiredMeQuery } from '@/shared/session/session.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { Forbidden } from '@/shared/ui/states.tsx';
import { ClosedParties } from '../review/closed-parties.tsx';
import { Deputies } from './deputies.tsx';
import { Invite } from './invite.tsx';
import { Routes } from './routes.tsx';
import { Users } from './users.tsx';

/** Accounts and roles for the administrator, approval routes for the approver; each sees his own part. */
export function AdministrationPage() {
  const { t } = useTranslation();
  return (
    <Loaded query={useQuery(requiredMeQuery)}>
      {(me) => {
        const users = allows(me, 'manage-users');
        const routes = allows(me, 'set-approval-routes');
        if (!users && !routes) return <Forbidden />;
        return (
          <Page title={t('kernel.nav.administration')} lead={t('parties.administration.lead')}>
            {users && (
              <>
                <Section title={t('parties.administration.invite')}><Invite /></Section>
                <Section title={t('parties.administration.users')}><Users /></Section>
                <Section title={t('parties.close.list')}><ClosedParties /></Section>
              </>
            )}
            {routes && (
              <>
                <Section title={t('parties.administration.routes')}><Routes /></Section>
                <Section title={t('parties.deputy.title')}><Deputies /></Section>
              </>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}
