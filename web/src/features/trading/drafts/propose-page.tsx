import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { Forbidden } from '@/shared/ui/states.tsx';
import { type Room, roomQuery } from '../room/api.ts';
import { useLotTitle } from '../room/lot-title.ts';
import { proposeAgain, proposeAuction, type Terms } from './api.ts';
import { TermsForm } from './terms-form.tsx';

/** The seller's proposal; a handler of the centre drafts the auction from it. */
export function ProposePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const command = useCommand((terms: Terms, commandId) => proposeAuction(id, terms, commandId), {
    done: t('trading.draft.proposed'),
    onDone: (auction) => void navigate(paths.auction(auction.id)),
  });
  return (
    <Page title={t('catalogue.listing.propose')} lead={t('trading.draft.proposeLead')} narrow>
      <Section title={t('trading.terms.title')}>
        <TermsForm submitLabel={t('trading.draft.propose')} isSaving={command.isPending} onSave={(terms) => command.mutate(terms)} />
      </Section>
    </Page>
  );
}

/** The same form with what was proposed in it, as long as the auction is not announced. */
export function ProposeAgainPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={useQuery(roomQuery(id))}>
      {(room) => (allows(room, 'propose') ? <Again room={room} /> : <Forbidden />)}
    </Loaded>
  );
}

function Again({ room }: { room: Room }) {
  const { t } = useTranslation();
  const title = useLotTitle(room.lot);
  const navigate = useNavigate();
  const command = useCommand((terms: Terms, commandId) => proposeAgain(room.id, terms, commandId), {
    done: t('trading.draft.proposed'),
    onDone: () => void navigate(paths.auction(room.id)),
  });
  return (
    <Page title={t('trading.draft.again')} heading={title} lead={t('trading.draft.againLead')} narrow>
      <Section title={t('trading.draft.again')}>
        <TermsForm
          key={room.version}
          terms={room.terms}
          submitLabel={t('trading.draft.propose')}
          isSaving={command.isPending}
          onSave={(terms) => command.mutate(terms)}
        />
      </Section>
    </Page>
  );
}
