import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Server } from '../../shared/api/types.ts';
import { switchParty } from '../../shared/session/session.ts';
import classes from './shell.module.css';

/** The party acted for, always by name; a choice where the person acts for several. */
export function PartySwitch({ me }: { me: Server['Me'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const nameOf = ({ name }: Server['Membership']) => name ?? t('parties.organisation.unnamed');
  const current = me.parties.find(({ party }) => party === me.party);
  if (me.parties.length < 2) return current && <span className={classes.personParty}>{nameOf(current)}</span>;
  return (
    <select
      className={classes.partySwitch}
      aria-label={t('kernel.nav.actingFor')}
      title={current && nameOf(current)}
      value={me.party ?? ''}
      onChange={(event) => void switchParty(queries, event.target.value)}
    >
      {me.parties.map((membership) => (
        <option key={membership.party} value={membership.party}>{nameOf(membership)}</option>
      ))}
    </select>
  );
}
