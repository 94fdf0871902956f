import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '../../shared/api/types.ts';
import { paths } from '../../shared/paths.ts';
import { useCentreName } from '../../shared/session/session.ts';
import classes from './shell.module.css';

export function Footer({ centre }: { centre: Server['Centre'] | undefined }) {
  const { t } = useTranslation();
  const centreName = useCentreName();
  return (
    <footer className={classes.footer}>
      <div className={classes.footerIn}>
        <div>
          <p className={classes.footerName}>{centreName}</p>
          {centre?.address && <p>{centre.address}</p>}
          <p>{t('kernel.footer.zone')}</p>
        </div>
        <ul className={classes.footerLinks}>
          <li><Link to={paths.allRules}>{t('kernel.nav.rules')}</Link></li>
          <li><Link to={paths.papers}>{t('kernel.nav.papers')}</Link></li>
          <li><Link to={paths.verifying}>{t('kernel.nav.verifying')}</Link></li>
          <li><a href={paths.apiGuide}>{t('kernel.nav.api')}</a></li>
        </ul>
      </div>
    </footer>
  );
}
