import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { formatMinute } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { ListingMark } from './listing-mark.tsx';
import classes from './listings.module.css';
import { PriceBrief } from './shown/price-shown.tsx';

/** Listings one under the other: the seller's and the desk's. */
export function ListingRows({ listings, label }: { listings: Server['ListingSummary'][]; label: string }) {
  const { t } = useTranslation();
  return (
    <Rows
      label={label}
      rows={listings.map((listing) => ({
        key: listing.id,
        marks: <><ListingMark status={listing.status} />{listing.isDemo && <DemoMark />}</>,
        title: <Link to={paths.listing(listing.id)}>{listing.title}</Link>,
        text: `${listing.patentNumber || t('catalogue.subject.KnowHow')}${listing.patents > 1 ? ` ${t('catalogue.portfolio.together', { count: listing.patents })}` : ''} · ${listing.sellerName} · ${formatMinute(listing.changedAt)}`,
        end: (
          <span className={classes.end}>
            <small>{t(`catalogue.mode.${listing.mode}`)}</small>
            <PriceBrief askingPrice={listing.askingPrice} way={listing.priceWay} form={listing.priceForm} mode={listing.mode} />
          </span>
        ),
      }))}
    />
  );
}
