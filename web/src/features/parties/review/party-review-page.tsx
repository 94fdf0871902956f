import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { eraseParty, type Party, partyQuery, passParty, suspendParty } from '../onboarding/api.ts';
import { CloseParty } from '../onboarding/close-party.tsx';
import { PartyMark } from '../onboarding/party-mark.tsx';
import { PartyPanels } from '../onboarding/party-panels.tsx';
import { ReturnParty } from './return-party.tsx';

/** The desk's page of one party. */
export function PartyReviewPage() {
  const { id = '' } = useParams();
  return <Loaded query={useQuery(partyQuery(id))}>{(party) => <ReviewOf party={party} />}</Loaded>;
}

function ReviewOf({ party }: { party: Party }) {
  const { t } = useTranslation();
  const steps = (['handle', 'verify', 'reinstate'] as const).filter((step) => allows(party, step));
  return (
    <Page
      narrow
      title={party.name ?? t('parties.organisation.unnamed')}
      lead={<PartyMark status={party.status} />}
      acts={
        <>
          {steps.map((step) => (
            <ActButton
              key={step}
              primary
              label={t(`parties.review.${step}`)}
              explain={t(`parties.review.explain.${step}`)}
              done={t('parties.review.done')}
              act={(_, commandId) => passParty(party.id, step, commandId)}
            />
          ))}
          {allows(party, 'return') && <ReturnParty party={party} />}
          {allows(party, 'suspend') && (
            <ActButton
              danger
              label={t('parties.review.suspend')}
              explain={t('parties.review.explain.suspend')}
              asks={t('parties.review.reason')}
              done={t('parties.review.done')}
              act={(reason, commandId) => suspendParty(party.id, reason, commandId)}
            />
          )}
          <CloseParty party={party} byCentre />
          {allows(party, 'erase') && (
            <ActButton
              danger
              label={t('parties.close.erase')}
              explain={t('parties.close.eraseText')}
              done={t('parties.close.erased')}
              act={(_, commandId) => eraseParty(party.id, commandId)}
            />
          )}
        </>
      }
    >
      <PartyPanels party={party} />
    </Page>
  );
}
