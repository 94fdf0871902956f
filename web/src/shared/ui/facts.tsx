import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** Names and values; one under the other on a phone. Values that are missing show a dash. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value], index) => (
        <div key={index} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
