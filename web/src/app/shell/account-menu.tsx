import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api, forgetToken } from '../../shared/api/client.ts';
import { problemText } from '../../shared/api/problems.ts';
import type { Server } from '../../shared/api/types.ts';
import { paths } from '../../shared/paths.ts';
import { actFor } from '../../shared/session/acting.ts';
import { useSay } from '../../shared/ui/messages.tsx';
import { PartySwitch } from './party-switch.tsx';
import classes from './shell.module.css';

export function AccountMenu({ me }: { me: Server['Me'] }) {
  const { t } = useTranslation();
  const say = useSay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => answered(api.POST('/api/identity/logout')),
    onSuccess: async () => {
      forgetToken();
      actFor(null);
      await navigate(paths.home);
      queries.clear();
    },
    onError: (error) => say('failed', problemText(error)),
  });
  return (
    <div className={classes.account}>
      <span className={classes.person}>
        <span className="visually-hidden">{t('kernel.nav.signedInAs')}</span>
        <span className={classes.personName}>{me.displayName}</span>
        <PartySwitch me={me} />
      </span>
      <button type="button" className={classes.language} onClick={() => signOut.mutate()}>
        {t('kernel.act.signOut')}
      </button>
    </div>
  );
}
