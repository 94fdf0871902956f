import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { formatMinute } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { ListingMark } from './listing-mark.tsx';

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
        text: `${listing.patentNumber} · ${listing.sellerName} · ${formatMinute(listing.changedAt)}`,
        end: listing.askingPrice ? <Amount fen={listing.askingPrice.fen} /> : t('catalogue.card.negotiable'),
      }))}
    />
  );
}
