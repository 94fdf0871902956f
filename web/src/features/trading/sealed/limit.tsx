import { useTranslation } from 'react-i18next';
import { paths } from '@/shared/paths.ts';
import classes from './sealed.module.css';

/** What sealing does not protect against, said wherever it is relied upon. */
export function Limit() {
  const { t } = useTranslation();
  return (
    <p className={classes.note}>
      {t('sealed.limit')} <a href={paths.codeHashes} target="_blank" rel="noreferrer">{t('sealed.hashes')}</a>
    </p>
  );
}
