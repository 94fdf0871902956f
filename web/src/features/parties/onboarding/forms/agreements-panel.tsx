import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { allows } from '@/shared/session/session.ts';
import { acceptAgreements, type Party } from '../api.ts';
import classes from '../onboarding.module.css';

/** The texts every party accepts, whole and in the reader's language; the Chinese text governs. */
export function AgreementsPanel({ party }: { party: Party }) {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<string[]>([]);
  const command = useCommand((names: string[], commandId) => acceptAgreements(party.id, names, commandId), {
    done: t('parties.organisation.accepted'),
  });
  const open = party.agreements.filter(({ accepted }) => !accepted);
  return (
    <div className={classes.stack}>
      {party.agreements.map((agreement) => (
        <div key={agreement.name} className={classes.agreement}>
          <h3>{agreement.title}</h3>
          <p>{agreement.text}</p>
          {agreement.accepted ? (
            <p className={classes.done}>{t('parties.organisation.acceptedVersion', { version: agreement.version })}</p>
          ) : (
            allows(party, 'edit') && (
              <Checkbox
                checked={ticked.includes(agreement.name)}
                onChange={({ target }) =>
                  setTicked(target.checked ? [...ticked, agreement.name] : ticked.filter((name) => name !== agreement.name))
                }
              >
                {t('parties.organisation.accept', { title: agreement.title })}
              </Checkbox>
            )
          )}
        </div>
      ))}
      {allows(party, 'edit') && open.length > 0 && (
        <div>
          <Button
            type="primary"
            disabled={ticked.length < open.length}
            loading={command.isPending}
            onClick={() => command.mutate(party.agreements.map(({ name }) => name))}
          >
            {t('parties.organisation.confirmAccept')}
          </Button>
        </div>
      )}
    </div>
  );
}
