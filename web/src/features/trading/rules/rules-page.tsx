import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { NotFound } from '@/shared/ui/states.tsx';
import { profilesQuery } from '../drafts/api.ts';
import { profileQuery } from './api.ts';
import { Differences } from './differences.tsx';
import { HostMark } from './host-mark.tsx';
import { RuleLines } from './rule-lines.tsx';
import classes from './rules.module.css';

/** What an auction under this rule profile may and may not be, and where each rule comes from. */
export function RulesPage() {
  const { code = '' } = useParams();
  const version = Number(useSearchParams()[0].get('version'));
  return version > 0 ? <OneVersion code={code} version={version} /> : <Newest code={code} />;
}

function Newest({ code }: { code: string }) {
  return (
    <Loaded query={useQuery(profilesQuery)}>
      {({ items }) => {
        const profile = items.find(({ id }) => id === code);
        return profile ? <Rules profile={profile} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function OneVersion({ code, version }: { code: string; version: number }) {
  return <Loaded query={useQuery(profileQuery(code, version))}>{(profile) => <Rules profile={profile} />}</Loaded>;
}

function Rules({ profile }: { profile: Server['ProfileView'] }) {
  const { t } = useTranslation();
  const { id, version, versions } = profile;
  return (
    <Page
      narrow
      title={profile.name}
      heading={<>{profile.name} {profile.demo && <DemoMark />}</>}
      lead={t('trading.rules.lead', { version })}
    >
      <Section title={t('trading.rules.about')}>
        <p><HostMark profile={profile} /></p>
        {versions.length > 1 && (
          <p>
            {versions.map((one) => (
              <Link key={one} to={paths.rules(id, one)} className={classes.version} aria-current={one === version ? 'page' : undefined}>
                {t('trading.rules.version', { version: one })}
              </Link>
            ))}
          </p>
        )}
        <p><Link to={paths.allRules}>{t('trading.rules.all')}</Link></p>
      </Section>
      <Section title={t('trading.rules.bounds')}>
        <RuleLines lines={profile.lines} />
      </Section>
      {versions.length > 1 && <Differences key={version} profile={profile} />}
      <Section title={t('trading.rules.how')}>
        <ol className={classes.rules}>
          <li>{t('trading.rules.ascending')}</li>
          <li>{t('trading.rules.first')}</li>
          <li>{t('trading.terms.tie')}: {t('trading.terms.tieText')}</li>
          <li>{t('trading.rules.binding')}</li>
          <li>{t('trading.rules.softClose')}</li>
          <li>{t('trading.rules.reserve')}</li>
          <li>{t('trading.rules.deposit')}</li>
          <li>{t('trading.rules.suspension')}</li>
        </ol>
      </Section>
    </Page>
  );
}
