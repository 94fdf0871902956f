import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paths } from '@/shared/paths.ts';
import { allows, requiredMeQuery } from '@/shared/session/session.ts';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import type { Server } from '@/shared/api/types.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Forbidden } from '@/shared/ui/states.tsx';
import { partyQuery } from './api.ts';
import { CloseParty } from './close-party.tsx';
import { Invitations } from './invitations.tsx';
import { PartyPanels } from './party-panels.tsx';
import { PartyMark } from './party-mark.tsx';
import { StartParty } from './start-party.tsx';
import { SubmitParty } from './submit-party.tsx';

/** The party this person acts for; a form to open one when there is none. */
export function OrganisationPage() {
  const { t } = useTranslation();
  return (
    <Loaded query={useQuery(requiredMeQuery)}>
      {(me) =>
        me.party ? (
          <PartyOf id={me.party} me={me} />
        ) : allows(me, 'register-party') ? (
          <Page title={t('kernel.nav.organisation')} lead={t('parties.organisation.startLead')} narrow>
            <Invitations me={me} />
            <StartParty />
          </Page>
        ) : (
          <Forbidden />
        )
      }
    </Loaded>
  );
}

function PartyOf({ id, me }: { id: string; me: Server['Me'] }) {
  const { t } = useTranslation();
  return (
    <Loaded query={useQuery(partyQuery(id))}>
      {(party) => (
        <Page
          title={t('kernel.nav.organisation')}
          heading={party.name ?? t('parties.organisation.unnamed')}
          lead={<PartyMark status={party.status} />}
          acts={
            <>
              <ButtonLink to={paths.myPapers}>{t('kernel.nav.myPapers')}</ButtonLink>
              <SubmitParty party={party} />
              <CloseParty party={party} />
            </>
          }
          narrow
        >
          <Invitations me={me} />
          <PartyPanels party={party} />
        </Page>
      )}
    </Loaded>
  );
}
