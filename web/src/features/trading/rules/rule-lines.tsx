import type { Server } from '@/shared/api/types.ts';
import { Facts } from '@/shared/ui/facts.tsx';
import classes from './rules.module.css';

/** Every rule in words, each with where it comes from. */
export function RuleLines({ lines }: { lines: readonly Server['ProfileRule'][] }) {
  return (
    <Facts
      facts={lines.map(({ field, label, value, source }) => [
        label,
        <div key={field}>
          {value}
          <p className={classes.source}>{source}</p>
        </div>,
      ])}
    />
  );
}
