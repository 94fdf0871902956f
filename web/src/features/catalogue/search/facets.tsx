import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { useLanguage } from '@/shared/i18n/use-language.ts';
import { MODES } from '../encumbrances/api.ts';
import { FIELDS, ROUTES } from '../technology/choices.ts';
import { RangeFacets } from '../technology/range-facets.tsx';
import { ipcTitlesQuery } from './api.ts';
import { oneOf, STATUSES, TYPES } from './query.ts';
import classes from './search.module.css';

/** A facet by the name its filter has in the page's address. */
const GROUPS = [
  ['status', 'statuses'],
  ['mode', 'modes'],
  ['field', 'fields'],
  ['route', 'routes'],
  ['type', 'types'],
  ['ipc', 'ipc'],
  ['holder', 'applicants'],
  ['year', 'years'],
] as const;
type Name = (typeof GROUPS)[number][0];

const SHOWN = 6;

/** What the hits are made of, each value a filter to tick; what is ticked stays, whatever is counted. */
export function Facets({ facets }: { facets: Server['CatalogueFacets'] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.facets} role="group" aria-label={t('catalogue.facet.title')}>
      {GROUPS.map(([name, counts]) => <Facet key={name} name={name} counts={facets[counts]} />)}
      <RangeFacets />
    </div>
  );
}

function Facet({ name, counts }: { name: Name; counts: readonly Server['FacetCount'][] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const chosen = search.getAll(name);
  const missing = chosen.filter((value) => !counts.some((count) => count.value === value));
  const values = [...missing.map((value) => ({ value, count: 0 })), ...counts];
  if (values.length === 0) return null;
  const toggle = (value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete(name);
      const kept = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
      kept.forEach((other) => next.append(name, other));
      return next;
    });
  const row = ({ value, count }: Server['FacetCount']) => (
    <li key={value}>
      <label className={classes.facet}>
        <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
        <span className={classes.value}><FacetText name={name} value={value} /></span>
        <span className={classes.count}>{count}</span>
      </label>
    </li>
  );
  return (
    <fieldset className={classes.group}>
      <legend>{t(`catalogue.facet.${name}`)}</legend>
      <ul>{values.slice(0, SHOWN).map(row)}</ul>
      {values.length > SHOWN && (
        <details>
          <summary>{t('catalogue.facet.more', { count: values.length - SHOWN })}</summary>
          <ul>{values.slice(SHOWN).map(row)}</ul>
        </details>
      )}
    </fieldset>
  );
}

/** A value as a reader knows it: a code with what it is about, a name of ours in his language. */
function FacetText({ name, value }: { name: Name; value: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const titles = useQuery({ ...ipcTitlesQuery, enabled: name === 'ipc' });
  const type = name === 'type' ? oneOf(TYPES, value) : undefined;
  const status = name === 'status' ? oneOf(STATUSES, value) : undefined;
  const mode = name === 'mode' ? oneOf(MODES, value) : undefined;
  const field = name === 'field' ? oneOf(FIELDS, value) : undefined;
  const route = name === 'route' ? oneOf(ROUTES, value) : undefined;
  if (mode) return <>{t(`catalogue.mode.${mode}`)}</>;
  if (field) return <>{t(`catalogue.technology.field.${field}`)}</>;
  if (route) return <>{t(`catalogue.technology.route.${route}`)}</>;
  if (type) return <>{t(`catalogue.type.${type}`)}</>;
  if (status) return <>{t(`catalogue.status.${status}`)}</>;
  const title = name === 'ipc' ? titles.data?.items.find(({ code }) => code === value) : undefined;
  return <>{title ? `${value} ${language === 'en' ? title.en : title.zh}` : value}</>;
}
