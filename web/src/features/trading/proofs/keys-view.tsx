import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/format/dates.ts';
import type { Key } from './keys.ts';
import classes from './proofs.module.css';
import type { KeyState } from './use-key-states.ts';

/** The keys a file was signed with, and whether they are published here; offline the person compares them himself. */
export function KeysView({ keys, states }: { keys: readonly Key[]; states: readonly KeyState[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('verifying.keys')}</h3>
      <ul className={classes.keys}>
        {keys.map((key, at) => {
          const state = states[at] ?? 'asking';
          return (
            <li key={key.id} className={state === 'unknown' ? classes.wrong : undefined}>
              <code className={classes.hash}>{key.id}</code>
              <span>
                {t('verifying.keyDates', {
                  from: formatDate(key.from / 1_000),
                  until: key.until === undefined ? t('verifying.inUse') : formatDate(key.until / 1_000),
                })}
              </span>
              <span>{t(`verifying.keyState.${state}`)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
