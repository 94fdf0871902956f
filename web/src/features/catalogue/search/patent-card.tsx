import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { useLanguage } from '@/shared/i18n/use-language.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { DemoMark, Mark } from '@/shared/ui/marks.tsx';
import classes from './search.module.css';

export function PatentCard({ patent }: { patent: Server['CatalogueItem'] }) {
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
      <p className={classes.applicant}>{patent.applicants.join(t('kernel.list.separator'))}</p>
      {patent.status !== 'NotListed' && <AskingPrice price={patent.askingPrice} />}
    </article>
  );
}

/** The Chinese title, unless the reader reads English and there is one. */
export function PatentTitle({ patent }: { patent: { titleZh: string | null; titleEn: string | null } }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [own, ownLanguage] = language === 'en' ? [patent.titleEn, 'en'] : [patent.titleZh, 'zh-CN'];
  if (own) return <span lang={ownLanguage}>{own}</span>;
  const other = patent.titleZh ?? patent.titleEn;
  return other ? <span lang={patent.titleZh ? 'zh-CN' : 'en'}>{other}</span> : <>{t('catalogue.card.untitled')}</>;
}

export function AskingPrice({ price }: { price: Server['Money'] | null }) {
  const { t } = useTranslation();
  return (
    <p className={classes.price}>
      <span className={classes.label}>{t('catalogue.card.price')}</span>
      {price ? <Amount fen={price.fen} /> : <strong>{t('catalogue.card.negotiable')}</strong>}
    </p>
  );
}

const TONES = { NotListed: 'quiet', ForSale: 'blue', InAuction: 'amber', Sold: 'green' } as const;

export function MarketMark({ status }: { status: Server['MarketStatus'] }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[status]}>{t(`catalogue.status.${status}`)}</Mark>;
}
