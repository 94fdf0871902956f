import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatSecond } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import type { Room } from './api.ts';

/** The rules of this auction, in view before and while one bids. */
export function Terms({ room: { terms, profile, patentNumber, lot, sellerName } }: { room: Room }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t('catalogue.patent.number'), <Link key="n" to={paths.patent(patentNumber)}>{patentNumber}</Link>],
        [
          t('trading.terms.listing'),
          <Link key="l" to={paths.listing(lot.listing)}>{t('catalogue.patent.toListing')}</Link>,
        ],
        [t('catalogue.listing.seller'), sellerName],
        [t('trading.terms.startPrice'), <Amount key="s" fen={terms.startPrice.fen} />],
        [t('trading.terms.step'), <Amount key="p" fen={terms.step.fen} />],
        [
          t('trading.terms.reserve'),
          terms.reserve ? <Amount key="r" fen={terms.reserve.fen} /> : t('trading.terms.noReserve'),
        ],
        [t('trading.terms.deposit'), <Amount key="d" fen={terms.deposit.fen} />],
        [t('trading.terms.opensAt'), t('kernel.date.beijing', { at: formatSecond(terms.opensAt) })],
        [t('trading.terms.closesAt'), t('kernel.date.beijing', { at: formatSecond(terms.closesAt) })],
        [t('trading.terms.softClose'), t('trading.terms.softCloseText', { seconds: terms.softCloseSeconds })],
        [t('trading.terms.tie'), t('trading.terms.tieText')],
        ...(profile ? ([[t('trading.terms.profile'), profile.name]] as const) : []),
      ]}
    />
  );
}
