import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@/shared/ui/page.tsx';
import classes from './sign-in.module.css';

/** The form on one side, what stands behind the market on the other. */
export function SignInFrame(props: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation();
  const promises = [
    [t('parties.signIn.aside1'), t('parties.signIn.aside1Text')],
    [t('parties.signIn.aside2'), t('parties.signIn.aside2Text')],
    [t('parties.signIn.aside3'), t('parties.signIn.aside3Text')],
  ];
  return (
    <div className={classes.frame}>
      <PageTitle title={props.title} />
      <div className={classes.form}>
        <h1>{props.title}</h1>
        {props.lead && <p className={classes.lead}>{props.lead}</p>}
        {props.children}
      </div>
      <div className={classes.aside}>
        {promises.map(([title, text]) => (
          <div key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
      </div>
    </div>
  );
}
