import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { Rows } from '@/shared/ui/rows.tsx';
import { acceptMembership } from './api.ts';

/** Parties that named this person; for each he decides himself whether he acts for it. */
export function Invitations({ me }: { me: Server['Me'] }) {
  const { t } = useTranslation();
  const command = useCommand(acceptMembership);
  if (me.invitations.length === 0) return null;
  return (
    <Rows
      label={t('parties.organisation.invited')}
      rows={me.invitations.map(({ party, name, role }) => ({
        key: party,
        title: name ?? t('parties.organisation.unnamed'),
        text: `${t('parties.organisation.invited')} · ${t(`parties.memberRole.${role}`)}`,
        end: (
          <Button loading={command.isPending} onClick={() => command.mutate(party)}>
            {t('parties.organisation.confirmAccept')}
          </Button>
        ),
      }))}
    />
  );
}
