import type { Server } from '@/shared/api/types.ts';
import classes from './search.module.css';

/** A text with the pieces that answer what was asked; the server counts as this language does. */
export function Marked({ text, marks }: { text: string; marks: readonly Server['TextMark'][] | undefined }) {
  if (!marks?.length) return <>{text}</>;
  const parts = [];
  let at = 0;
  for (const { from, length } of marks) {
    parts.push(text.slice(at, from), <mark key={from} className={classes.mark}>{text.slice(from, from + length)}</mark>);
    at = from + length;
  }
  return <>{parts}{text.slice(at)}</>;
}
