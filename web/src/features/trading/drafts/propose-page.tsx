import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { paths } from '@/shared/paths.ts';
import { Page, Section } from '@/shared/ui/page.tsx';
import { proposeAuction, type Terms } from './api.ts';
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
