import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { formatMinute } from '@/shared/format/dates.ts';
import { paths } from '@/shared/paths.ts';
import { Mark } from '@/shared/ui/marks.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { PartyMark } from '../onboarding/party-mark.tsx';

export function PartyRows({ parties, label }: { parties: Server['PartySummary'][]; label: string }) {
  const { t } = useTranslation();
  return (
    <Rows
      label={label}
      rows={parties.map((party) => ({
        key: party.id,
        marks: (
          <>
            <PartyMark status={party.status} />
            {party.waitsFor && <Mark tone="amber">{t('parties.duty.waitsFor', { role: t(`parties.role.${party.waitsFor}`) })}</Mark>}
          </>
        ),
        title: <Link to={paths.party(party.id)}>{party.name}</Link>,
        text: [
          party.kinds.map((kind) => t(`parties.kind.${kind}`)).join(t('kernel.list.separator')),
          party.submittedAt && formatMinute(party.submittedAt),
        ].filter(Boolean).join(' · '),
      }))}
    />
  );
}
