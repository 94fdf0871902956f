import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import classes from './life.module.css';

/** Where the rules were read; what was not read in the law's own text says so. */
export function Sources({ sources }: { sources: readonly Server['RuleSourceView'][] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.sources} aria-label={t('catalogue.life.sources')}>
      {sources.map(({ text, isSure }) => (
        <li key={text}>
          {t('catalogue.life.rule', { text })}
          {!isSure && <strong>{t('catalogue.life.unsure')}</strong>}
        </li>
      ))}
    </ul>
  );
}
