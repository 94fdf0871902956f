import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { centreQuery } from '../../shared/session/session.ts';
import { Loading } from '../../shared/ui/states.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import classes from './shell.module.css';

/** What stands around every page. After a change of page the focus goes to its content, as a full load would do. */
export function Shell() {
  const { t } = useTranslation();
  const centre = useQuery(centreQuery);
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">{t('kernel.act.skip')}</a>
      <Header />
      {centre.data?.isDemo && (
        <aside className={classes.demo} aria-label={t('kernel.demo.label')}>
          <strong>{t('kernel.demo.mark')}</strong> {t('kernel.demo.text')}
        </aside>
      )}
      <div className={navigation.state === 'idle' ? classes.still : classes.moving} aria-hidden="true" />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer centre={centre.data} />
      <ScrollRestoration />
    </div>
  );
}
