import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { useLanguage } from '@/shared/i18n/use-language.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { DemoMark, Mark } from '@/shared/ui/marks.tsx';
import { PriceBrief } from '../listings/shown/price-shown.tsx';
import { OfferLine } from '../technology/offer-line.tsx';
import { CompareTick } from './compare.tsx';
import { Marked } from './marked.tsx';
import classes from './search.module.css';

export function PatentCard({ patent, comparable = false }: { patent: Server['CatalogueItem']; comparable?: boolean }) {
  const { t } = useTranslation();
  return (
    <article className={classes.card}>
      <p className={classes.marks}>
        <MarketMark status={patent.status} />
        {patent.type && <span className={classes.kind}>{t(`catalogue.type.${patent.type}`)}</span>}
        {patent.isDemo && <DemoMark />}
      </p>
      <h3 className={classes.cardTitle}>
        <Link to={paths.patent(patent.number)} className={classes.cover}>
          <PatentTitle patent={patent} />
        </Link>
      </h3>
      <p className={classes.number}>
        <span className="figures">{patent.number}</span>
        {patent.ipc[0] && <span>{patent.ipc[0]}</span>}
      </p>
      <p className={classes.applicant}><Applicants patent={patent} /></p>
      {comparable && <CompareTick number={patent.number} />}
      {patent.offer && <OfferLine offer={patent.offer} />}
      {patent.status !== 'NotListed' && <AskingPrice price={patent.askingPrice} offer={patent.offer} />}
    </article>
  );
}

interface Titled {
  titleZh: string | null;
  titleEn: string | null;
  marks?: Server['CatalogueMarks'];
}

/** The Chinese title, unless the reader reads English and there is one; what was asked for is marked in it. */
export function PatentTitle({ patent }: { patent: Titled }) {
  const { t } = useTranslation();
  const isEnglish = useLanguage() === 'en' ? patent.titleEn !== null : patent.titleZh === null;
  const text = isEnglish ? patent.titleEn : patent.titleZh;
  if (!text) return <>{t('catalogue.card.untitled')}</>;
  return (
    <span lang={isEnglish ? 'en' : 'zh-CN'}>
      <Marked text={text} marks={isEnglish ? patent.marks?.titleEn : patent.marks?.titleZh} />
    </span>
  );
}

/** Applicants in their order, what was asked for marked. */
export function Applicants({ patent }: { patent: Server['CatalogueItem'] }) {
  const { t } = useTranslation();
  return patent.applicants.map((name, i) => (
    <Fragment key={name}>
      {i > 0 && t('kernel.list.separator')}
      <Marked text={name} marks={patent.marks.applicants[i]} />
    </Fragment>
  ));
}

interface AskingPriceProps {
  price: Server['Money'] | null;
  offer?: Server['CatalogueOffer'] | null;
}

export function AskingPrice({ price, offer = null }: AskingPriceProps) {
  const { t } = useTranslation();
  return (
    <p className={classes.price}>
      <span className={classes.label}>{t('catalogue.card.price')}</span>
      {price ? <Amount fen={price.fen} /> : <strong><PriceBrief askingPrice={null} form={offer?.priceForm ?? null} mode={offer?.mode ?? null} /></strong>}
    </p>
  );
}

const TONES = { NotListed: 'quiet', ForSale: 'blue', InAuction: 'amber', Sold: 'green', Suspended: 'red' } as const;

export function MarketMark({ status }: { status: Server['MarketStatus'] }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[status]}>{t(`catalogue.status.${status}`)}</Mark>;
}
