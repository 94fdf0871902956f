import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { formatMinute } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { DutySteps } from '@/shared/ui/duty-steps.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { Findings } from '../encumbrances/findings.tsx';
import { ModeFindings } from '../encumbrances/modes-panel.tsx';
import { type Listing, listingQuery, type Offer, reviseListing } from './api.ts';
import { ListingActs } from './listing-acts.tsx';
import { ListingMark } from './listing-mark.tsx';
import classes from './listings.module.css';
import { OfferForm } from './offer-form.tsx';

export function ListingPage() {
  const { id = '' } = useParams();
  return <Loaded query={useQuery(listingQuery(id))}>{(listing) => <ListingOf listing={listing} />}</Loaded>;
}

function ListingOf({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  return (
    <Page
      narrow
      title={listing.title}
      lead={
        <span className={classes.marks}>
          <ListingMark status={listing.status} />
          <Link to={paths.patent(listing.patentNumber)} className="figures">{listing.patentNumber}</Link>
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
      {listing.suspensionReasons.length > 0 && (
        <div className={classes.returned} role="note">
          <h2>{t('catalogue.listing.suspendedTitle')}</h2>
          <ul>{listing.suspensionReasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
        </div>
      )}
      {!allows(listing, 'edit') && !listing.gate.isOpen && (
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
      <Section title={t('catalogue.listing.offer')}>
        {allows(listing, 'edit') ? <Edit key={listing.version} listing={listing} /> : <Shown listing={listing} />}
      </Section>
      {listing.route.length > 0 && (
        <Section title={t('parties.duty.title')}>
          <DutySteps route={listing.route} steps={listing.steps} taken={takenOf(listing)} note={listing.dutyNote} />
        </Section>
      )}
    </Page>
  );
}

/** Who took a step is the centre's affair; how far the listing came is its seller's too. */
const takenOf = ({ route, waitsFor }: Listing): number => (waitsFor === null ? route.length : route.indexOf(waitsFor));

function Shown({ listing: { offer, seller, gate } }: { listing: Listing }) {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        facts={[
          [t('catalogue.gate.choose'), t(`catalogue.mode.${gate.mode}`)],
          [t('catalogue.listing.seller'), seller.name],
          [t('catalogue.card.price'), offer.askingPrice ? <Amount key="p" fen={offer.askingPrice.fen} /> : t('catalogue.card.negotiable')],
          [t('catalogue.listing.description'), <span key="d" className={classes.lines}>{offer.description}</span>],
          [t('catalogue.listing.terms'), offer.terms && <span key="t" className={classes.lines}>{offer.terms}</span>],
        ]}
      />
      <ModeFindings mode={{ ...gate, refusals: [] }} />
    </>
  );
}

function Edit({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  const command = useCommand((offer: Offer, commandId) => reviseListing(listing, offer, commandId), {
    done: t('kernel.act.saved'),
  });
  return (
    <OfferForm
      patent={listing.patentNumber}
      offer={listing.offer}
      submitLabel={t('kernel.act.save')}
      isSaving={command.isPending}
      onSave={(offer) => command.mutate(offer)}
    />
  );
}
