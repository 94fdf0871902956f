import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '@/shared/paths.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { profilesQuery } from '../drafts/api.ts';
import { HostMark } from './host-mark.tsx';
import classes from './rules.module.css';

/** All rule profiles of this market, and under which of them the centre may publish. */
export function ProfilesPage() {
  const { t } = useTranslation();
  return (
    <Page narrow title={t('trading.rules.all')} lead={t('trading.rules.allLead')}>
      <Section title={t('trading.rules.all')}>
        <Loaded query={useQuery(profilesQuery)}>
          {({ items }) => (
            <ul className={classes.profiles}>
              {items.map((profile) => (
                <li key={profile.id}>
                  <h3>
                    <Link to={paths.rules(profile.id)}>{profile.name}</Link> {profile.demo && <DemoMark />}
                  </h3>
                  <p><HostMark profile={profile} /></p>
                  <p className={classes.source}>{profile.description}</p>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
