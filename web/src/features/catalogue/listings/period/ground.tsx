import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import classes from './period.module.css';

/** Which law the least period rests on, what it says and what of it is unsure. */
export function Ground({ bounds }: { bounds: Server['PeriodBoundsView'] }) {
  const { t } = useTranslation();
  if (!bounds.article) return null;
  return (
    <div className={classes.ground}>
      <p>
        {t('catalogue.period.least', { min: bounds.min })}
        {bounds.calendarDays > 0 && t('catalogue.period.leastCalendar', { days: bounds.calendarDays })}
      </p>
      <p>{t('catalogue.gate.ground', { article: bounds.article })}</p>
      <p>{bounds.source}</p>
    </div>
  );
}
