import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { problemText, Refused } from '../api/problems.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from './button-link.tsx';
import classes from './states.module.css';

/** While the first answer is on its way; told to screen readers once. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes.box}>
      <span className="visually-hidden">{t('kernel.state.loading')}</span>
      <div aria-hidden="true">
        <Skeleton active title={{ width: '40%' }} paragraph={{ rows: 5 }} />
      </div>
    </div>
  );
}

/** Nothing to show: says so, and what would bring something. */
export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <svg viewBox="0 0 96 64" width="96" height="64" aria-hidden="true" className={classes.drawing}>
        <path d="M8 52h80M20 52V22l12-10h44v40" />
        <path d="M32 12v10H20M42 28h24M42 37h24" />
      </svg>
      <p className={classes.title}>{title}</p>
      {hint && <p className={classes.hint}>{hint}</p>}
      {children && <div className={classes.acts}>{children}</div>}
    </div>
  );
}

/** A question that failed: sign in, not allowed, not there, or broken – each with its way on. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const status = error instanceof Refused ? error.status : 0;
  if (status === 401)
    return (
      <Failure mark="401" title={t('kernel.state.signInTitle')} text={t('kernel.state.signInText')}>
        <ButtonLink type="primary" to={paths.signIn(pathname + search)}>{t('kernel.act.signIn')}</ButtonLink>
      </Failure>
    );
  if (status === 403) return <Forbidden />;
  if (status === 404)
    return (
      <Failure mark="404" title={t('kernel.state.missingTitle')} text={problemText(error)}>
        <HomeLink />
      </Failure>
    );
  return (
    <Failure mark="!" title={t('kernel.state.failedTitle')} text={problemText(error)}>
      {retry && <Button type="primary" onClick={retry}>{t('kernel.act.retry')}</Button>}
    </Failure>
  );
}

export function Forbidden() {
  const { t } = useTranslation();
  return (
    <Failure mark="403" title={t('kernel.state.forbiddenTitle')} text={t('kernel.state.forbiddenText')}>
      <HomeLink />
    </Failure>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Failure mark="404" title={t('kernel.state.missingTitle')} text={t('kernel.state.missingText')}>
      <HomeLink />
    </Failure>
  );
}

function HomeLink() {
  const { t } = useTranslation();
  return <Link to={paths.home}>{t('kernel.act.home')}</Link>;
}

function Failure(props: { mark: string; title: string; text: string; children?: ReactNode }) {
  return (
    <div role="alert" className={classes.failed}>
      <span className={classes.mark} aria-hidden="true">{props.mark}</span>
      <h1 className={classes.failure}>{props.title}</h1>
      <p className={classes.hint}>{props.text}</p>
      {props.children && <div className={classes.acts}>{props.children}</div>}
    </div>
  );
}
