import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { paths } from '../../shared/paths.ts';
import { useCentreName, useMe } from '../../shared/session/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { NoticeBell } from './notice-bell.tsx';
import classes from './shell.module.css';
import { useDestinations } from './use-destinations.ts';

export function Header() {
  const { t } = useTranslation();
  const centreName = useCentreName();
  const me = useMe();
  const destinations = useDestinations();
  const { pathname, search } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <Link to={paths.home} className={classes.brand}>
          <img src="/mark.svg" alt="" width="36" height="36" />
          <span className={classes.name}>{centreName}</span>
        </Link>
        <button
          type="button"
          className={classes.menuButton}
          aria-expanded={isOpen}
          aria-controls="navigation"
          onClick={() => setOpenAt(isOpen ? null : pathname)}
        >
          {isOpen ? t('kernel.act.closeMenu') : t('kernel.act.menu')}
        </button>
        <div id="navigation" className={isOpen ? `${classes.panel} ${classes.open}` : classes.panel}>
          <nav aria-label={t('kernel.nav.label')}>
            <ul className={classes.links}>
              {destinations.map(({ to, label }) => (
                <li key={to}>
                  <NavLink to={to} className={classes.link ?? ''} onClick={() => setOpenAt(null)}>
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className={classes.tools}>
            <LanguageSwitch />
            {me ? (
              <>
                <NoticeBell />
                <AccountMenu me={me} />
              </>
            ) : (
              <Link to={paths.signIn(pathname === '/' ? undefined : pathname + search)} className={classes.signIn}>
                {t('kernel.act.signIn')}
              </Link>
            )}
          </div>
        </div>
      </div>
    </header>
  );
}
