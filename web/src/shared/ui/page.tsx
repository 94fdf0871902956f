import { type ReactNode, useEffect } from 'react';
import { useCentreName } from '../session/session.ts';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** The heading when it is not the title alone. */
  heading?: ReactNode;
  lead?: ReactNode;
  acts?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** A page: its title in the tab, one heading, what can be done with the whole of it, then its content. */
export function Page({ title, heading, lead, acts, narrow = false, children }: PageProps) {
  return (
    <div className={narrow ? `${classes.page} ${classes.narrow}` : classes.page}>
      <PageTitle title={title} />
      <div className={classes.head}>
        <div className={classes.words}>
          <h1>{heading ?? title}</h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {acts && <div className={classes.acts}>{acts}</div>}
      </div>
      {children}
    </div>
  );
}

/** What stands in the tab: the page, then the centre; the home page is the centre alone. */
export function PageTitle({ title }: { title?: string }) {
  const site = useCentreName();
  useEffect(() => {
    document.title = title === undefined ? site : `${title} · ${site}`;
  }, [title, site]);
  return null;
}

/** A titled part of a page on its own ground. */
export function Section(props: { title: ReactNode; extra?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className={classes.section} id={props.id}>
      <div className={classes.sectionHead}>
        <h2>{props.title}</h2>
        {props.extra}
      </div>
      {props.children}
    </section>
  );
}
