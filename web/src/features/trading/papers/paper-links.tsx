import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { paperKind } from './paper-kind.ts';
import classes from './papers.module.css';

/** Papers by kind and number, each leading to its public check. */
export function PaperLinks({ papers }: { papers: readonly Server['PaperBrief'][] }) {
  const { t } = useTranslation();
  if (papers.length === 0) return null;
  return (
    <ul className={classes.links} aria-label={t('trading.papers.label')}>
      {papers.map((paper) => (
        <li key={paper.number}>
          <Link to={paths.paper(paper.number)}>{paperKind(t, paper)}</Link>
          <span className="figures">{paper.number}</span>
        </li>
      ))}
    </ul>
  );
}
