import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { Facts } from '@/shared/ui/facts.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { routesQuery, setRoute } from './api.ts';
import classes from './users.module.css';

/** The routes there can be: the handler first, then reviewer and approver, one to three steps. */
const ROUTES = [
  ['Handler'],
  ['Handler', 'Reviewer'],
  ['Handler', 'Approver'],
  ['Handler', 'Reviewer', 'Approver'],
] as const satisfies readonly (readonly Server['CentreRole'][])[];

export function Routes() {
  const { t } = useTranslation();
  const command = useCommand(
    ({ kind, steps }: { kind: Server['DocumentKind']; steps: Server['CentreRole'][] }, commandId) =>
      setRoute(kind, steps, commandId),
    { done: t('kernel.act.saved') },
  );
  return (
    <Loaded query={useQuery(routesQuery)}>
      {({ routes }) => (
        <Facts
          facts={routes.map(({ kind, steps, minimum }) => [
            t(`parties.document.${kind}`),
            <Select
              key={kind}
              className={classes.route ?? ''}
              aria-label={t('parties.administration.routeOf', { kind: t(`parties.document.${kind}`) })}
              value={steps.join()}
              disabled={command.isPending}
              onChange={(value: string) => {
                const chosen = ROUTES.find((route) => route.join() === value);
                if (chosen) command.mutate({ kind, steps: [...chosen] });
              }}
              options={ROUTES.filter((route) => route.length >= minimum).map((route) => ({
                value: route.join(),
                label: route.map((role) => t(`parties.role.${role}`)).join(' → '),
              }))}
            />,
          ])}
        />
      )}
    </Loaded>
  );
}
