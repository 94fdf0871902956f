import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { formatSecond } from '@/shared/format/dates.ts';
import { useNamed } from '@/shared/i18n/use-named.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { isDutch } from '../descending/clock.ts';
import { IntervalText } from '../descending/interval-text.tsx';
import { StepsText } from '../steps/steps-text.tsx';
import type { Room } from './api.ts';
import classes from './room.module.css';

const SealedFacts = lazy(async () => ({ default: (await import('../sealed/sealed-facts.tsx')).SealedFacts }));

/** The rules of this auction, in view before and while one bids. */
export function Terms({ room: { terms, profile, patentNumber, lot, sellerName, holders } }: { room: Room }) {
  const { t } = useTranslation();
  const named = useNamed();
  const further = lot.further ?? [];
  return (
    <Facts
      facts={[
        [t('catalogue.patent.number'), <Link key="n" to={paths.patent(patentNumber)}>{patentNumber}</Link>],
        ...(further.length > 0
          ? ([[t('trading.lot.further'), <Further key="f" patents={further} />]] as const)
          : []),
        [
          t('trading.terms.listing'),
          <Link key="l" to={paths.listing(lot.listing)}>{t('catalogue.patent.toListing')}</Link>,
        ],
        [t('catalogue.listing.seller'), sellerName],
        [t('trading.protocol.term'), t(`trading.protocol.${terms.protocol ?? 'English'}`)],
        [t('trading.terms.startPrice'), <Amount key="s" fen={terms.startPrice.fen} />],
        ...(terms.sealed
          ? ([[t('trading.terms.sealed'), <Suspense key="p" fallback={null}><SealedFacts terms={terms} /></Suspense>]] as const)
          : ([[t(isDutch(terms) ? 'trading.clock.step' : 'trading.terms.step'), <StepsText key="p" terms={terms} />]] as const)),
        ...(terms.buyNow ? ([[t('trading.buyNow.title'), <BuyNowText key="b" fen={terms.buyNow.fen} />]] as const) : []),
        ...(terms.takesProxies ? ([[t('trading.proxy.term'), t('trading.proxy.termText')]] as const) : []),
        ...(terms.hasPreemption
          ? ([[t('trading.preemption.term'), <Holders key="h" holders={holders ?? []} />]] as const)
          : []),
        [
          t(isDutch(terms) ? 'trading.clock.floorTerm' : 'trading.terms.reserve'),
          terms.reserve ? <Amount key="r" fen={terms.reserve.fen} /> : t('trading.terms.noReserve'),
        ],
        [t('trading.terms.deposit'), <Amount key="d" fen={terms.deposit.fen} />],
        [t('trading.terms.opensAt'), t('kernel.date.beijing', { at: formatSecond(terms.opensAt) })],
        [t('trading.terms.closesAt'), t('kernel.date.beijing', { at: formatSecond(terms.closesAt) })],
        isDutch(terms)
          ? [t('trading.clock.interval'), <IntervalText key="i" terms={terms} />]
          : [t('trading.terms.softClose'), t(softCloseWords(terms), { seconds: terms.softCloseSeconds })],
        ...(terms.appraisal
          ? ([[t('trading.terms.appraisal'), <Appraised key="a" appraisal={terms.appraisal} />]] as const)
          : []),
        ...(terms.viewing
          ? ([[t('trading.terms.viewing'), t('trading.terms.viewingText', { ...terms.viewing })]] as const)
          : []),
        [t('trading.terms.tie'), t(isDutch(terms) ? 'trading.clock.tieText' : 'trading.terms.tieText')],
        ...(profile ? ([[t('trading.terms.profile'), <Link key="r" to={paths.rules(profile.id, profile.version)}>{named(profile)}</Link>]] as const) : []),
      ]}
    />
  );
}

const softCloseWords = (terms: Room['terms']) =>
  terms.sealed
    ? 'trading.terms.softCloseSealed'
    : terms.softCloseKind === 'EndPlusWindow'
      ? 'trading.terms.softCloseEnd'
      : 'trading.terms.softCloseText';

function BuyNowText({ fen }: { fen: number }) {
  const { t } = useTranslation();
  return <><Amount fen={fen} /> {t('trading.buyNow.until')}</>;
}

function Holders({ holders }: { holders: readonly Server['PreemptionHolder'][] }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('trading.preemption.termText')}</p>
      {holders.map(({ bidder, rank, source }) => (
        <p key={bidder} className="figures">
          {t('trading.preemption.holder', { number: bidder, rank, source: t(`trading.preemption.of.${source}`) })}
        </p>
      ))}
    </>
  );
}

/** What the lot was appraised at, as of which day and by whom. */
function Appraised({ appraisal: { value, on, by } }: { appraisal: Server['Appraisal'] }) {
  const { t } = useTranslation();
  return <><Amount fen={value.fen} /> {t('trading.terms.appraisalText', { on, by })}</>;
}

/** The patents sold together with the first, each with its title. */
function Further({ patents }: { patents: readonly Server['LotPatent'][] }) {
  return (
    <ul className={classes.further}>
      {patents.map(({ patent, number, title }) => (
        <li key={patent}><Link to={paths.patent(number)} className="figures">{number}</Link> {title}</li>
      ))}
    </ul>
  );
}
