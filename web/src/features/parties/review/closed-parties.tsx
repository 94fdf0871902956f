import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { More } from '@/shared/ui/list-tools.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { partiesQuery } from '../onboarding/api.ts';
import { PartyRows } from './party-rows.tsx';

/** Closed parties, from whose pages the administrator erases personal data. */
export function ClosedParties() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(partiesQuery('Closed'));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const parties = pages.flatMap((page) => page.items);
        return parties.length === 0 ? (
          <p>{t('parties.close.none')}</p>
        ) : (
          <>
            <PartyRows label={t('parties.close.list')} parties={parties} />
            <More query={query} />
          </>
        );
      }}
    </Loaded>
  );
}
