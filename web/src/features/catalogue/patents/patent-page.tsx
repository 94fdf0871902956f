import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { formatMinute } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { Encumbrances } from '../encumbrances/encumbrance-list.tsx';
import { ModesPanel } from '../encumbrances/modes-panel.tsx';
import { MarketMark, PatentTitle } from '../search/patent-card.tsx';
import { type Patent, patentQuery } from './api.ts';
import { RecordHolders } from './entry/record-holders.tsx';
import { FamilyPanel } from './family-panel.tsx';
import { type Life, lifeQuery } from './life/api.ts';
import { FeesPanel } from './life/fees-panel.tsx';
import { OwnershipPanel, StatusMark, StatusPanel, Timeline } from './life/life-panels.tsx';
import { RecordFacts } from './life/record-facts.tsx';
import { WatchButton } from './life/watch-button.tsx';
import classes from './patents.module.css';

export function PatentPage() {
  const { number = '' } = useParams();
  return <Loaded query={useQuery(patentQuery(number))}>{(patent) => <PatentOf patent={patent} />}</Loaded>;
}

function PatentOf({ patent }: { patent: Patent }) {
  const { t } = useTranslation();
  const query = useQuery(lifeQuery(patent.number));
  const life = query.data;
  return (
    <Page
      title={patent.titleZh ?? patent.titleEn ?? patent.number}
      heading={<PatentTitle patent={patent} />}
      lead={
        <span className={classes.marks}>
          <MarketMark status={patent.status} />
          {patent.type && <span>{t(`catalogue.type.${patent.type}`)}</span>}
          <span className="figures">{patent.number}</span>
          {life && <StatusMark life={life} />}
          {patent.isDemo && <DemoMark />}
        </span>
      }
      acts={
        <>
          {life && <WatchButton life={life} number={patent.number} />}
          {allows(patent, 'record-holders') && <RecordHolders patent={patent} />}
        </>
      }
    >
      {patent.isProvisional && <p className={classes.note} role="note">{t('catalogue.patent.provisional')}</p>}
      <div className={classes.columns}>
        <div>
          <Bibliography patent={patent} />
          <Publications patent={patent} />
          <FamilyPanel patent={patent} />
          <Loaded query={query}>{(known) => <LifeOf life={known} number={patent.number} />}</Loaded>
          {!patent.isProvisional && <ModesPanel number={patent.number} />}
          {!patent.isProvisional && <Encumbrances number={patent.number} />}
          <History patent={patent} />
        </div>
        <Market patent={patent} />
      </div>
    </Page>
  );
}

/** Status, term, fees, owners and the timeline; what a handler may enter at the end. */
function LifeOf({ life, number }: { life: Life; number: string }) {
  return (
    <>
      <StatusPanel life={life} />
      <FeesPanel life={life} number={number} />
      <OwnershipPanel life={life} number={number} />
      <Timeline life={life} number={number} />
      <RecordFacts life={life} number={number} />
    </>
  );
}

function Bibliography({ patent }: { patent: Patent }) {
  const { t } = useTranslation();
  const join = (values: readonly string[]) => values.join(t('kernel.list.separator'));
  return (
    <Section title={t('catalogue.patent.bibliography')}>
      <Facts
        facts={[
          [t('catalogue.patent.titleZh'), patent.titleZh && <span key="z" lang="zh-CN">{patent.titleZh}</span>],
          [t('catalogue.patent.titleEn'), patent.titleEn && <span key="e" lang="en">{patent.titleEn}</span>],
          [t('catalogue.patent.application'), patent.applicationNumber],
          [t('catalogue.patent.filed'), patent.filingDate],
          [t('catalogue.card.applicant'), join(patent.applicants)],
          [t('catalogue.patent.holders'), join(patent.holders)],
          [t('catalogue.patent.inventors'), join(patent.inventors)],
          [t('catalogue.patent.ipc'), join(patent.ipc)],
        ]}
      />
      {(patent.abstractZh !== null || patent.abstractEn !== null) && (
        <details className={classes.abstract}>
          <summary>{t('catalogue.patent.abstract')}</summary>
          {patent.abstractZh !== null && <p lang="zh-CN">{patent.abstractZh}</p>}
          {patent.abstractEn !== null && <p lang="en">{patent.abstractEn}</p>}
        </details>
      )}
    </Section>
  );
}

function Publications({ patent: { publications } }: { patent: Patent }) {
  const { t } = useTranslation();
  return (
    <Section title={t('catalogue.patent.publications')}>
      {publications.length === 0 ? (
        <p>{t('catalogue.patent.noPublications')}</p>
      ) : (
        <Facts facts={publications.map(({ number, date }) => [number, date ?? t('catalogue.patent.dateUnknown')] as const)} />
      )}
    </Section>
  );
}

function History({ patent: { history } }: { patent: Patent }) {
  const { t } = useTranslation();
  if (history.length === 0) return null;
  return (
    <Section title={t('catalogue.patent.history')}>
      <ol className={classes.history}>
        {history.map((item) => (
          <li key={item.at + item.kind}>
            <time dateTime={item.at} className="figures">{formatMinute(item.at)}</time>
            <span>{item.text}</span>
            <span className={classes.by}>{item.party ?? t(`catalogue.patent.by.${item.by}`)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Market({ patent }: { patent: Patent }) {
  const { t } = useTranslation();
  const { listing, auction } = patent;
  return (
    <aside className={classes.market} aria-label={t('catalogue.patent.market')}>
      <h2>{t('catalogue.patent.market')}</h2>
      {listing ? (
        <>
          <p className={classes.label}>{t('catalogue.card.price')}</p>
          <p>{listing.askingPrice ? <Amount fen={listing.askingPrice.fen} large /> : <strong>{t('catalogue.card.negotiable')}</strong>}</p>
          {listing.patents > 1 && <p>{t('catalogue.portfolio.priceOfAll', { count: listing.patents })}</p>}
          <ButtonLink to={paths.listing(listing.id)} block>{t('catalogue.patent.toListing')}</ButtonLink>
        </>
      ) : (
        <p>{t('catalogue.patent.notListed')}</p>
      )}
      {auction && (
        <>
          <p className={`${classes.label} figures`}>
            {t('catalogue.patent.auctionAt', { from: formatMinute(auction.opensAt), to: formatMinute(auction.closesAt) })}
          </p>
          <ButtonLink type="primary" to={paths.auction(auction.id)} block size="large">{t('catalogue.patent.toAuction')}</ButtonLink>
        </>
      )}
      {allows(patent, 'list') && (
        <ButtonLink type="primary" to={paths.newListing(patent.number)} block>{t('catalogue.patent.list')}</ButtonLink>
      )}
    </aside>
  );
}
