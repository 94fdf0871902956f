import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { paths } from '../../shared/paths.ts';
import { allows, requiredMeQuery } from '../../shared/session/session.ts';
import { ButtonLink } from '../../shared/ui/button-link.tsx';
import { Choice } from '../../shared/ui/choice.tsx';
import { Loaded } from '../../shared/ui/loaded.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Forbidden } from '../../shared/ui/states.tsx';
import { FirstPile } from './first-pile.tsx';
import { PaperPile } from './paper-pile.tsx';
import { PartyPile } from './party-pile.tsx';
import { PeriodPile } from './period-pile.tsx';
import { AuctionPile, ListingPile } from './piles.tsx';
import { type Tab, TABS } from './tabs.ts';

/** What waits at the centre's desk, one pile at a time; the server shows each officer what he may see. */
export function DeskPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((candidate) => candidate === search.get('tab')) ?? null;
  return (
    <Loaded query={useQuery(requiredMeQuery)}>
      {(me) =>
        allows(me, 'see-review-desk') ? (
          <Page
            title={t('kernel.nav.desk')}
            lead={t('parties.duty.rule')}
            acts={
              <>
                {allows(me, 'record-patents') && <ButtonLink to={paths.recordPatent()}>{t('catalogue.record.title')}</ButtonLink>}
                {allows(me, 'import-patents') && <ButtonLink to={paths.imports}>{t('catalogue.import.title')}</ButtonLink>}
                <ButtonLink to={paths.synonyms}>{t('catalogue.synonyms.title')}</ButtonLink>
              </>
            }
          >
            <Choice
              label={t('kernel.desk.pile')}
              value={tab ?? ''}
              options={TABS.map((value) => ({ value, label: t(`kernel.desk.${value}`) }))}
              onChange={(value) => setSearch({ tab: value }, { replace: true })}
            />
            {tab === null ? <FirstPile onFound={(found) => setSearch({ tab: found }, { replace: true })} /> : <Pile tab={tab} />}
          </Page>
        ) : (
          <Forbidden />
        )
      }
    </Loaded>
  );
}

function Pile({ tab }: { tab: Tab }) {
  if (tab === 'parties') return <PartyPile />;
  if (tab === 'papers') return <PaperPile />;
  if (tab === 'periods') return <PeriodPile />;
  if (tab === 'auctions') return <AuctionPile />;
  const status = tab === 'listings-submitted' ? 'Submitted' : tab === 'listings-handled' ? 'Handled' : 'Published';
  return <ListingPile key={status} status={status} />;
}
