import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { Facts } from '@/shared/ui/facts.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { NotFound } from '@/shared/ui/states.tsx';
import { profilesQuery } from '../drafts/api.ts';
import classes from './rules.module.css';

type Profile = Server['ProfileView'];
type Bounds = Profile['stepFen'];

const percent = (permille: number): string => `${String(permille / 10)} %`;

/** What an auction under this rule profile may and may not be, and where each bound comes from. */
export function RulesPage() {
  const { code } = useParams();
  return (
    <Loaded query={useQuery(profilesQuery)}>
      {({ items }) => {
        const profile = items.find(({ id }) => id === code);
        return profile ? <Rules profile={profile} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function Rules({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const between = ({ min, max, usual }: Bounds, shown: (value: number) => string) =>
    t('trading.rules.between', { min: shown(min), max: shown(max) })
    + (usual === null || usual === undefined ? '' : t('trading.rules.usual', { usual: shown(usual) }));
  const seconds = (value: number) =>
    value % 86_400 === 0
      ? t('trading.rules.days', { count: value / 86_400 })
      : value % 60 === 0
        ? t('trading.rules.minutes', { count: value / 60 })
        : t('trading.rules.seconds', { count: value });
  const { hours } = profile;
  return (
    <Page
      narrow
      title={profile.name}
      heading={<>{profile.name} {profile.demo && <DemoMark />}</>}
      lead={t('trading.rules.lead', { version: profile.version })}
    >
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
          <li>{t('trading.rules.barred', { who: profile.barred.map((who) => t(`trading.rules.who.${who}`)).join(t('kernel.list.separator')) })}</li>
        </ol>
      </Section>
      <Section title={t('trading.rules.bounds')}>
        <Facts
          facts={[
            [t('trading.terms.startPrice'), between(profile.startPriceFen, formatYuan)],
            [t('trading.terms.step'), between(profile.stepFen, formatYuan)],
            [t('trading.rules.stepShare'), between(profile.stepPermilleOfStart, percent)],
            [t('trading.rules.depositShare'), between(profile.depositPermilleOfStart, percent)],
            [t('trading.rules.window'), between(profile.softCloseSeconds, seconds)],
            [t('trading.rules.duration'), between(profile.durationSeconds, seconds)],
            [
              t('trading.rules.hours'),
              hours ? t('trading.rules.hoursText', { from: hours.from.slice(0, 5), to: hours.to.slice(0, 5) }) : t('trading.rules.anyHour'),
            ],
          ]}
        />
      </Section>
      {profile.sources.length > 0 && (
        <Section title={t('trading.rules.sources')}>
          <Facts facts={profile.sources.map(({ field, source }) => [t(`trading.rules.field.${field}`, { defaultValue: field }), source])} />
        </Section>
      )}
    </Page>
  );
}
