import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths.ts';
import { allows, useMe } from '../../shared/session/session.ts';

/** Where this person can go; the server's abilities decide, never a role. */
export function useDestinations(): { to: string; label: string }[] {
  const { t } = useTranslation();
  const me = useMe();
  const all = [
    { to: paths.catalogue, label: t('kernel.nav.catalogue'), shown: true },
    { to: paths.auctions, label: t('kernel.nav.auctions'), shown: true },
    { to: paths.myListings, label: t('kernel.nav.listings'), shown: allows(me, 'act-for-party') },
    { to: paths.organisation, label: t('kernel.nav.organisation'), shown: allows(me, 'register-party') },
    { to: paths.desk, label: t('kernel.nav.desk'), shown: allows(me, 'see-review-desk') },
    { to: paths.cashier, label: t('kernel.nav.cashier'), shown: allows(me, 'see-cashier-desk') },
    { to: paths.administration, label: t('kernel.nav.administration'), shown: allows(me, 'manage-users') || allows(me, 'set-approval-routes') },
    { to: paths.papers, label: t('kernel.nav.papers'), shown: true },
  ];
  return all.filter(({ shown }) => shown);
}
