import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

/** A fault of this application, or a chunk of an older release that is gone: loading afresh cures the second. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <main className={classes.broken} role="alert">
      <h1>{t('kernel.state.failedTitle')}</h1>
      <p>{t('kernel.state.brokenText')}</p>
      <button type="button" className={classes.plainButton} onClick={() => window.location.reload()}>
        {t('kernel.act.reload')}
      </button>
    </main>
  );
}
