import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { differencesQuery } from './api.ts';
import classes from './rules.module.css';

/** How this version differs from another, rule by rule. */
export function Differences({ profile }: { profile: Server['ProfileView'] }) {
  const { t } = useTranslation();
  const others = profile.versions.filter((version) => version !== profile.version);
  const [other, setOther] = useState(others.findLast((version) => version < profile.version) ?? others[0] ?? 0);
  const [from, to] = [Math.min(other, profile.version), Math.max(other, profile.version)];
  return (
    <Section title={t('trading.rules.differences')}>
      <label className={classes.pick}>
        {t('trading.rules.compareWith')}{' '}
        <select value={other} onChange={(event) => setOther(Number(event.target.value))}>
          {others.map((version) => <option key={version} value={version}>{t('trading.rules.version', { version })}</option>)}
        </select>
      </label>
      <Loaded query={useQuery(differencesQuery(profile.id, from, to))}>
        {({ items }) => (items.length === 0 ? <p>{t('trading.rules.same')}</p> : <Changes from={from} to={to} changes={items} />)}
      </Loaded>
    </Section>
  );
}

function Changes({ from, to, changes }: { from: number; to: number; changes: readonly Server['ProfileChange'][] }) {
  const { t } = useTranslation();
  const side = (version: number, value: string | null, source: string | null) => (
    <div>
      <dt>{t('trading.rules.version', { version })}</dt>
      <dd>
        {value ?? t('trading.rules.notThere')}
        {source !== null && <p className={classes.source}>{source}</p>}
      </dd>
    </div>
  );
  return (
    <ul className={classes.changes}>
      {changes.map(({ field, label, before, after, sourceBefore, sourceAfter }) => (
        <li key={field} aria-label={label}>
          <h3>{label}</h3>
          <dl className={classes.sides}>
            {side(from, before, sourceBefore)}
            {side(to, after, sourceAfter)}
          </dl>
        </li>
      ))}
    </ul>
  );
}
