import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { formatMinute } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { DutySteps } from '@/shared/ui/duty-steps.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { Findings } from '../encumbrances/findings.tsx';
import { type Listing, listingQuery, type Offer, reviseListing } from './api.ts';
import { OfferForm } from './editor/offer-form.tsx';
import { PortfolioSection } from './portfolio-section.tsx';
import { ListingActs } from './listing-acts.tsx';
import { ListingMark } from './listing-mark.tsx';
import classes from './listings.module.css';
import { packQuery } from './papers/api.ts';
import { Gallery } from './papers/gallery.tsx';
import { PackSection } from './papers/pack-section.tsx';
import paperClasses from './papers/papers.module.css';
import { PatentFacts } from './papers/patent-facts.tsx';
import { PeriodSection } from './period/period-section.tsx';
import { OfferShown } from './shown/offer-shown.tsx';
import { Wanting } from './wanting.tsx';

export function ListingPage() {
  const { id = '' } = useParams();
  return <Loaded query={useQuery(listingQuery(id))}>{(listing) => <ListingOf listing={listing} />}</Loaded>;
}

function ListingOf({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  const { data: pack } = useQuery({ ...packQuery(listing.id), enabled: listing.isInside });
  const isReviewed = pack !== undefined && allows(pack, 'review');
  // Know-how has no patent, and nothing of it is shown but what its seller wrote.
  const isKnowHow = listing.patents.length === 0;
  return (
    <Page
      narrow={!isReviewed || isKnowHow}
      title={listing.title}
      lead={
        <span className={classes.marks}>
          <ListingMark status={listing.status} />
          {isKnowHow ? <span>{t('catalogue.subject.KnowHow')}</span> : <Link to={paths.patent(listing.patentNumber)} className="figures">{listing.patentNumber}</Link>}
          {listing.patents.length > 1 && <span>{t('catalogue.portfolio.together', { count: listing.patents.length })}</span>}
          {listing.isDemo && <DemoMark />}
        </span>
      }
      acts={<ListingActs listing={listing} />}
    >
      {listing.returnReasons.length > 0 && (
        <div className={classes.returned} role="note">
          <h2>{t('catalogue.listing.returnedTitle')}</h2>
          <ul>{listing.returnReasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
        </div>
      )}
      {allows(listing, 'submit') && <Wanting listing={listing} />}
      {listing.suspensionReasons.length > 0 && (
        <div className={classes.returned} role="note">
          <h2>{t('catalogue.listing.suspendedTitle')}</h2>
          <ul>{listing.suspensionReasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
        </div>
      )}
      {!allows(listing, 'edit') && listing.gate && !listing.gate.isOpen && (
        <Section title={t('catalogue.gate.stands')}><Findings findings={listing.gate.refusals} /></Section>
      )}
      {listing.auction && (
        <Section title={t('catalogue.listing.auction')}>
          <Link to={paths.auction(listing.auction.id)}>
            {t('catalogue.patent.auctionAt', {
              from: formatMinute(listing.auction.opensAt),
              to: formatMinute(listing.auction.closesAt),
            })}
          </Link>
        </Section>
      )}
      <div {...(isReviewed && !isKnowHow ? { className: paperClasses.columns } : {})}>
        <div>
          {!isKnowHow && <PortfolioSection listing={listing} />}
          {allows(listing, 'edit') ? (
            <Section title={t('catalogue.listing.offer')}><Edit key={listing.id} listing={listing} /></Section>
          ) : (
            <OfferShown listing={listing} />
          )}
          <PeriodSection listing={listing} />
          {listing.isInside && <PackSection listing={listing.id} />}
          {isKnowHow ? <p role="note" className={classes.lead}>{t('catalogue.knowHow.secret')}</p> : <Gallery listing={listing.id} />}
          {listing.route.length > 0 && (
            <Section title={t('parties.duty.title')}>
              <DutySteps route={listing.route} steps={listing.steps} taken={takenOf(listing)} note={listing.dutyNote} />
            </Section>
          )}
        </div>
        {isReviewed && !isKnowHow && <div><PatentFacts listing={listing} /></div>}
      </div>
    </Page>
  );
}

/** Who took a step is the centre's affair; how far the listing came is its seller's too. */
const takenOf = ({ route, waitsFor }: Listing): number => (waitsFor === null ? route.length : route.indexOf(waitsFor));

function Edit({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  const command = useCommand((offer: Offer, commandId) => reviseListing(listing, offer, commandId), {
    quiet: true,
    done: t('kernel.act.saved'),
  });
  return (
    <OfferForm
      patent={listing.patents.length === 0 ? null : listing.patentNumber}
      offer={listing.offer}
      submitLabel={t('kernel.act.save')}
      isSaving={command.isPending}
      onSave={(offer, onError) => command.mutate(offer, { onError })}
    />
  );
}
