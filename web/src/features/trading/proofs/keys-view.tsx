import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/format/dates.ts';
import { publishedKeys } from './api.ts';
import type { Key } from './keys.ts';
import classes from './proofs.module.css';

/** The keys a file was signed with, compared with those published here; offline the person compares them himself. */
export function KeysView({ keys }: { keys: readonly Key[] }) {
  const { t } = useTranslation();
  const published = useQuery(publishedKeys());
  const stateOf = (key: Key) => {
    if (!published.data) return published.isError ? 'offline' : 'asking';
    return published.data.items.some((known) => known.point === key.point) ? 'published' : 'unknown';
  };
  return (
    <>
      <h3>{t('trading.verifying.keys')}</h3>
      <ul className={classes.keys}>
        {keys.map((key) => {
          const state = stateOf(key);
          return (
            <li key={key.id} className={state === 'unknown' ? classes.wrong : undefined}>
              <code className={classes.hash}>{key.id}</code>
              <span>
                {t('trading.verifying.keyDates', {
                  from: formatDate(key.from / 1_000),
                  until: key.until === undefined ? t('trading.verifying.inUse') : formatDate(key.until / 1_000),
                })}
              </span>
              <span>{t(`trading.verifying.keyState.${state}`)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
