import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { paths } from '@/shared/paths.ts';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import classes from './search.module.css';

export const COMPARED_MAX = 4;
const NAME = 'compare';

/** The patents marked for comparison, kept in the page's address. */
function useCompared() {
  const [search, setSearch] = useSearchParams();
  const numbers = search.getAll(NAME);
  const toggle = (number: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete(NAME);
      const kept = numbers.includes(number) ? numbers.filter((other) => other !== number) : [...numbers, number];
      kept.slice(0, COMPARED_MAX).forEach((other) => next.append(NAME, other));
      return next;
    });
  return { numbers, toggle };
}

/** Marks a patent for comparison. */
export function CompareTick({ number }: { number: string }) {
  const { t } = useTranslation();
  const { numbers, toggle } = useCompared();
  const isMarked = numbers.includes(number);
  return (
    <label className={classes.tick}>
      <input
        type="checkbox"
        aria-label={t('catalogue.compare.mark', { number })}
        checked={isMarked}
        disabled={!isMarked && numbers.length >= COMPARED_MAX}
        onChange={() => toggle(number)}
      />
      <span aria-hidden="true">{t('catalogue.compare.act')}</span>
    </label>
  );
}

/** Leads to the comparison once two are marked. */
export function CompareLink() {
  const { t } = useTranslation();
  const { numbers } = useCompared();
  if (numbers.length < 2) return null;
  return <ButtonLink to={paths.compare(numbers)}>{t('catalogue.compare.these', { count: numbers.length })}</ButtonLink>;
}
