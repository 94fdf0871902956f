import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMinute } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Section } from '@/shared/ui/page.tsx';
import type { Listing } from '../api.ts';
import { announcedProfilesQuery, listingPapersQuery, type Period, periodQuery } from './api.ts';
import { DealActs } from '../deals/deal-acts.tsx';
import { DealsList } from '../deals/deals-list.tsx';
import { ChoosePeriod } from './choose-period.tsx';
import { DeskActs } from './desk-acts.tsx';
import { Ground } from './ground.tsx';
import { IntentActs } from './intent-acts.tsx';
import { IntentsList } from './intents-list.tsx';
import classes from './period.module.css';
import { PeriodMark } from './period-mark.tsx';
import { SellerActs } from './seller-acts.tsx';

/** The listing period on the listing's page: its end, its notices, and what this person may do in it. */
export function PeriodSection({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  return (
    <Loaded query={useQuery(periodQuery(listing.id))}>
      {(period) => (
        <>
          {(allows(period, 'choose-period') || period.notice > 0 || period.chosen || period.isOpen || listing.status === 'Published') && (
            <Section title={t(period.isAgreed ? 'catalogue.deal.title' : 'catalogue.period.title')} extra={period.notice > 0 && <PeriodMark phase={period.phase} />}>
              {allows(period, 'choose-period') ? <ChoosePeriod key={period.version} period={period} /> : <Shown listing={listing} period={period} />}
            </Section>
          )}
          {allows(period, 'see-intents') && <IntentsList listing={listing.id} />}
        </>
      )}
    </Loaded>
  );
}

function Shown({ listing, period }: { listing: Listing; period: Period }) {
  const { t } = useTranslation();
  const profiles = useQuery(announcedProfilesQuery).data?.items ?? [];
  const profile = profiles.find(({ id }) => id === period.chosen?.profile)?.name ?? period.chosen?.profileName ?? '';
  const { isAgreed = false, isOpen = false } = period;
  if (period.notice === 0 && !isOpen && isAgreed && !period.chosen?.workingDays) return <p>{t('catalogue.deal.atOnceText')}</p>;
  if (!period.chosen?.workingDays && period.notice === 0 && !isAgreed) return <p>{t('catalogue.period.atOnceText')}</p>;
  if (period.notice === 0 && !isOpen) return <p>{t('catalogue.period.willBegin', { days: period.chosen?.workingDays ?? 0 })}</p>;
  return (
    <>
      <Facts facts={factsOf(period, profile, t)} />
      <Notices listing={listing.id} />
      <Ground bounds={period.bounds} />
      {period.phase === 'SellersChoice' && <p className={classes.warning} role="note">{t('catalogue.period.choiceText')}</p>}
      {period.phase === 'AuctionDue' && <p className={classes.warning} role="note">{t('catalogue.period.auctionText')}</p>}
      {period.phase === 'ContractDue' && <p className={classes.warning} role="note">{t('catalogue.period.contractText')}</p>}
      {isAgreed && <Following listing={listing} period={period} />}
      {period.change && <Change listing={listing} change={period.change} />}
      <IntentActs listing={listing} period={period} profile={profile} />
      <div className={classes.acts}>
        <SellerActs listing={listing} period={period} />
        <DeskActs listing={listing} period={period} />
        <DealActs listing={listing} period={period} />
      </div>
      <DealsList listing={listing} period={period} />
    </>
  );
}

function factsOf(period: Period, profile: string, t: TFunction): [string, ReactNode][] {
  const { endsAt, workingDaysLeft, intents, contractBy, contract, chosen } = period;
  const isOpen = period.phase === 'Running' || period.phase === 'Stopped';
  return [
    ...(period.beganAt ? [[t('catalogue.period.began'), formatMinute(period.beganAt)] as [string, ReactNode]] : []),
    ...(endsAt
      ? [
          [t('catalogue.period.length'), t('catalogue.period.workingDays', { days: chosen?.workingDays ?? 0 })] as [string, ReactNode],
          [t(isOpen ? 'catalogue.period.ends' : 'catalogue.period.ended'), formatMinute(endsAt)] as [string, ReactNode],
        ]
      : [[t('catalogue.period.length'), t('catalogue.deal.noEnd')] as [string, ReactNode]]),
    ...(isOpen && workingDaysLeft !== null
      ? [[t('catalogue.period.left'), t('catalogue.period.workingDays', { days: workingDaysLeft })] as [string, ReactNode]]
      : []),
    ...(intents === null ? [] : [[t('catalogue.period.count'), intents] as [string, ReactNode]]),
    ...(period.isAgreed ? [] : [[t('catalogue.period.profile'), profile] as [string, ReactNode]]),
    ...(period.dealCount ? [[t('catalogue.deal.count'), period.dealCount] as [string, ReactNode]] : []),
    ...(contractBy ? [[t('catalogue.period.contractBy'), formatMinute(contractBy)] as [string, ReactNode]] : []),
    ...(contract && !contract.agreed
      ? [
          ...(contract.price ? [[t('catalogue.period.contractPrice'), <Amount key="c" fen={contract.price.fen} />] as [string, ReactNode]] : []),
          [t('catalogue.period.concludedOn'), contract.concludedOn] as [string, ReactNode],
          ...(contract.reference ? [[t('catalogue.period.contractReference'), contract.reference] as [string, ReactNode]] : []),
        ]
      : []),
  ];
}

/** How it goes on where the two sides agree upon the deal. */
function Following({ listing, period }: { listing: Listing; period: Period }) {
  const { t } = useTranslation();
  const { phase, isRepeatable, isOpen } = period;
  if (listing.status === 'Sold') return <p role="note">{t('catalogue.deal.over')}</p>;
  const text =
    listing.offer.mode === 'OpenLicence' ? 'openText'
    : phase === 'Negotiating' ? 'talksText'
    : isOpen ? (isRepeatable ? 'manyText' : 'onceText')
    : phase === 'Running' || phase === 'Stopped' ? (isRepeatable ? 'runningManyText' : 'runningText')
    : null;
  return text && <p className={classes.lead} role="note">{t(`catalogue.deal.${text}`)}</p>;
}

/** Made a moment after the notice, so it may be missing at first. */
function Notices({ listing }: { listing: string }) {
  const { t } = useTranslation();
  const papers = useQuery(listingPapersQuery(listing)).data?.items ?? [];
  const notices = papers.filter(({ stands }) => stands);
  if (notices.length === 0) return null;
  return (
    <ul className={classes.notices} aria-label={t('catalogue.period.notices')}>
      {notices.map((notice) => (
        <li key={notice.number}>
          <Link to={paths.paper(notice.number)}>{notice.title}</Link>
          <span className="figures">{notice.display}</span>
        </li>
      ))}
    </ul>
  );
}

function Change({ listing, change }: { listing: Listing; change: NonNullable<Period['change']> }) {
  const { t } = useTranslation();
  const { offer } = change;
  return (
    <div className={classes.change} role="note">
      <h3>{t(change.byCentre ? 'catalogue.period.changeByCentre' : 'catalogue.period.changeBySeller')}</h3>
      <Facts
        facts={[
          [t('catalogue.card.price'), offer.askingPrice ? <Amount key="p" fen={offer.askingPrice.fen} /> : t('catalogue.card.negotiable')],
          ...(offer.description === listing.offer.description ? [] : [[t('catalogue.listing.description'), offer.description] as const]),
          ...(offer.terms === listing.offer.terms ? [] : [[t('catalogue.listing.terms'), offer.terms] as const]),
          [t('catalogue.period.length'), t('catalogue.period.workingDays', { days: change.workingDays })],
          [t('catalogue.period.reason'), change.reason],
          [t('catalogue.period.requestedAt'), formatMinute(change.requestedAt)],
        ]}
      />
    </div>
  );
}
