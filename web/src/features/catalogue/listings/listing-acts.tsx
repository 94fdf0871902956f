import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton, linesOf } from '@/shared/ui/act-button.tsx';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { type Listing, passListing, resumeListing, returnListing, submitListing, withdrawListing } from './api.ts';
import { packQuery } from './papers/api.ts';
import { WantingList } from './wanting.tsx';

/** What follows from a submission, and what it would be refused for. */
function BeforeSubmission({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  return (
    <>
      {t(listing.patents.length > 0 ? 'catalogue.listing.submitText' : 'catalogue.knowHow.submitText')}
      {listing.wanting.length > 0 && (
        <>
          <h3>{t('catalogue.listing.wantingTitle', { count: listing.wanting.length })}</h3>
          <WantingList listing={listing} />
        </>
      )}
    </>
  );
}

/** What this person may do with this listing now, as the server says. */
export function ListingActs({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  const { id } = listing;
  const { data: pack } = useQuery({ ...packQuery(id), enabled: listing.isInside });
  return (
    <>
      {allows(listing, 'submit') && (
        <ActButton
          primary
          label={t('catalogue.listing.submit')}
          explain={<BeforeSubmission listing={listing} />}
          {...(listing.patents.length > 0 && { asks: t('catalogue.listing.coHolders'), optional: true })}
          done={t('catalogue.listing.submitted')}
          act={(text, commandId) => submitListing(id, listing.patents.length > 0 ? linesOf(text) : [], commandId)}
        />
      )}
      {allows(listing, 'handle') && (
        <ActButton
          primary
          label={t('catalogue.listing.handle')}
          explain={t('catalogue.listing.handleText')}
          done={t('catalogue.listing.handled')}
          act={(_, commandId) => passListing(id, 'handle', commandId)}
        />
      )}
      {allows(listing, 'publish') && (
        <ActButton
          primary
          label={t('catalogue.listing.publish')}
          explain={t('catalogue.listing.publishText')}
          done={t('catalogue.listing.published')}
          act={(_, commandId) => passListing(id, 'publish', commandId)}
        />
      )}
      {allows(listing, 'resume') && (
        <ActButton
          primary
          label={t('catalogue.listing.resume')}
          explain={t('catalogue.listing.resumeText')}
          asks={t('catalogue.listing.resumeReason')}
          done={t('catalogue.listing.resumed')}
          act={(text, commandId) => resumeListing(id, text, commandId)}
        />
      )}
      {allows(listing, 'return') && (
        <ActButton
          label={t('catalogue.listing.return')}
          explain={t('catalogue.listing.returnText')}
          asks={t('catalogue.listing.reasons')}
          initial={pack?.proposedReasons.join('\n') ?? ''}
          done={t('catalogue.listing.returned')}
          act={(text, commandId) => returnListing(id, linesOf(text), commandId)}
        />
      )}
      {allows(listing, 'propose-auction') && (
        <ButtonLink type="primary" to={paths.proposeAuction(id)}>{t('catalogue.listing.propose')}</ButtonLink>
      )}
      {allows(listing, 'withdraw') && (
        <ActButton
          danger
          label={t('catalogue.listing.withdraw')}
          explain={t('catalogue.listing.withdrawText')}
          asks={t('catalogue.listing.withdrawReason')}
          done={t('catalogue.listing.withdrawn')}
          act={(text, commandId) => withdrawListing(id, text, commandId)}
        />
      )}
    </>
  );
}
