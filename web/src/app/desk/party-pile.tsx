import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { everyParty, partiesQuery } from '../../features/parties/onboarding/api.ts';
import { STATUSES } from '../../features/parties/onboarding/kinds.ts';
import { PartyRows } from '../../features/parties/review/party-rows.tsx';
import type { Server } from '../../shared/api/types.ts';
import { formatMinute } from '../../shared/format/dates.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { Pile } from './piles.tsx';

/** Parties by where their onboarding stands: first those that wait, and every other to look after. */
export function PartyPile() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const status = STATUSES.find((candidate) => candidate === search.get('status')) ?? 'Submitted';
  return (
    <>
      <Choice
        label={t('parties.review.status')}
        value={status}
        options={STATUSES.map((value) => ({ value, label: t(`parties.status.${value}`) }))}
        onChange={(value) => setSearch({ tab: 'parties', status: value }, { replace: true })}
      />
      <PartiesOf key={status} status={status} />
    </>
  );
}

function PartiesOf({ status }: { status: Server['OnboardingStatus'] }) {
  const { t } = useTranslation();
  return (
    <Pile<Server['PartySummary']>
      query={useInfiniteQuery(partiesQuery(status))}
      words={(party) => [party.name]}
      rows={(items, label) => <PartyRows parties={items} label={label} />}
      sheet={async () => ({
        head: [t('parties.item.Name'), t('parties.organisation.kinds'), t('kernel.column.status'), t('kernel.column.submitted')],
        rows: (await everyParty(status)).map((party) => [
          party.name,
          party.kinds.map((kind) => t(`parties.kind.${kind}`)).join(t('kernel.list.separator')),
          t(`parties.status.${party.status}`),
          party.submittedAt && formatMinute(party.submittedAt),
        ]),
      })}
    />
  );
}
