import type { ReactNode } from 'react';
import classes from './grid.module.css';

/** Cards side by side, as many as the width holds, one on a phone. */
export function CardGrid({ children, label }: { children: ReactNode[]; label: string }) {
  return (
    <ul className={classes.grid} aria-label={label}>
      {children.map((child, index) => (
        <li key={index} className={classes.cell}>{child}</li>
      ))}
    </ul>
  );
}
