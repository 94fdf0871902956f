import { useTranslation } from 'react-i18next';
import type { Server } from '../api/types.ts';
import { formatMinute } from '../format/dates.ts';
import classes from './duty-steps.module.css';

interface DutyStepsProps {
  route: readonly Server['CentreRole'][];
  /** A party's steps also say when. */
  steps: readonly (Server['DutyStepView'] & { at?: string | null })[];
  /** How many steps were taken, for those who are not told by whom. */
  taken?: number;
  /** Why this person may not take the next step. */
  note?: string | null;
}

/** The route of a document: who has taken which step, whose turn is next, and that each step is another person's. */
export function DutySteps({ route, steps, taken: count = steps.length, note }: DutyStepsProps) {
  const { t } = useTranslation();
  return (
    <div>
      <ol className={classes.steps}>
        {route.map((role, index) => {
          const taken = steps[index];
          const isTaken = index < count;
          const isNext = index === count;
          return (
            <li key={index} className={isTaken ? classes.taken : isNext ? classes.next : classes.later}>
              <strong>{t(`parties.role.${role}`)}</strong>
              <span>{taken?.name ?? t(isTaken ? 'parties.duty.done' : isNext ? 'parties.duty.next' : 'parties.duty.later')}</span>
              {taken?.at && <time dateTime={taken.at} className="figures">{formatMinute(taken.at)}</time>}
            </li>
          );
        })}
      </ol>
      {note && <p className={classes.note} role="note">{note}</p>}
      <p className={classes.rule}>{t('parties.duty.rule')}</p>
    </div>
  );
}
