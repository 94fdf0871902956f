import type { ReactNode } from 'react';
import classes from './rows.module.css';

export interface Row {
  key: string;
  marks?: ReactNode;
  title: ReactNode;
  text: ReactNode;
  end?: ReactNode;
}

/** A list of things to open, readable at any width. */
export function Rows({ rows, label }: { rows: readonly Row[]; label: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {rows.map((row) => (
        <li key={row.key} className={classes.row}>
          <div className={classes.main}>
            {row.marks && <p className={classes.marks}>{row.marks}</p>}
            <h3 className={classes.title}>{row.title}</h3>
            <div className={`${classes.text} figures`}>{row.text}</div>
          </div>
          {row.end && <div className={classes.end}>{row.end}</div>}
        </li>
      ))}
    </ul>
  );
}
