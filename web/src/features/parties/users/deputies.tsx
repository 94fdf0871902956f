import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '@/shared/format/dates.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { endDeputyship, routesQuery } from './api.ts';
import { AppointDeputy } from './appoint-deputy.tsx';

/** Who acts for whom, until when; what a deputy does stands under both names. */
export function Deputies() {
  const { t } = useTranslation();
  return (
    <Loaded query={useQuery(routesQuery)}>
      {(routes) => (
        <>
          {routes.deputies.length === 0 ? (
            <p>{t('parties.deputy.none')}</p>
          ) : (
            <Rows
              label={t('parties.deputy.title')}
              rows={routes.deputies.map(({ id, role, holder, deputy, from, until }) => ({
                key: id,
                title: t('parties.deputy.for', { deputy, holder, role: t(`parties.role.${role}`) }),
                text: t('parties.deputy.time', { from: formatMinute(from), until: formatMinute(until) }),
                end: allows(routes, 'deputies') && (
                  <ActButton
                    label={t('parties.deputy.end')}
                    explain={t('parties.deputy.endText', { deputy, holder })}
                    done={t('parties.deputy.ended')}
                    act={(_, commandId) => endDeputyship(id, commandId)}
                  />
                ),
              }))}
            />
          )}
          {allows(routes, 'deputies') && <AppointDeputy />}
        </>
      )}
    </Loaded>
  );
}
