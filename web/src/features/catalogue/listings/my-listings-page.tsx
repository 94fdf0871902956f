import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paths } from '@/shared/paths.ts';
import { allows, useMe } from '@/shared/session/session.ts';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { More } from '@/shared/ui/list-tools.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { ImportLink } from '../imports/import-link.tsx';
import { listingsQuery } from './api.ts';
import { ListingRows } from './listing-rows.tsx';

export function MyListingsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const query = useInfiniteQuery(listingsQuery({ mine: true }));
  const start = allows(me, 'act-for-party') && (
    <ButtonLink type="primary" to={paths.newListing()}>{t('catalogue.listing.new')}</ButtonLink>
  );
  return (
    <Page title={t('kernel.nav.listings')} lead={t('catalogue.listing.mineLead')} acts={<><ButtonLink to={paths.myIntents}>{t('kernel.nav.intents')}</ButtonLink><ImportLink me={me} />{start}</>}>
      <Loaded query={query}>
        {({ pages }) => {
          const listings = pages.flatMap((page) => page.items);
          return listings.length === 0 ? (
            <Empty title={t('catalogue.listing.none')} hint={t('catalogue.listing.noneHint')}>{start}</Empty>
          ) : (
            <>
              <h2 className="visually-hidden">{t('kernel.nav.listings')}</h2>
              <ListingRows listings={listings} label={t('kernel.nav.listings')} />
              <More query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
