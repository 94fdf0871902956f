import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';
import type { Import, ImportRow } from './api.ts';
import classes from './imports.module.css';

const TONES: Record<ImportRow['verdict'], Tone> = { New: 'green', Changed: 'blue', Unchanged: 'quiet', Refused: 'red' };

/** The labels of fields are those of the patent's page. */
const FIELDS = {
  titleZh: 'catalogue.patent.titleZh',
  titleEn: 'catalogue.patent.titleEn',
  applicants: 'catalogue.card.applicant',
  inventors: 'catalogue.patent.inventors',
  ipc: 'catalogue.patent.ipc',
  filingDate: 'catalogue.patent.filed',
  publications: 'catalogue.patent.publications',
  family: 'catalogue.family.title',
  abstractZh: 'catalogue.patent.abstract',
  abstractEn: 'catalogue.record.abstractEn',
  status: 'catalogue.import.legalStatus',
  legalEvent: 'catalogue.import.legalEvent',
} as const;

const isField = (name: string): name is keyof typeof FIELDS => name in FIELDS;

const UNDO_TONES: Record<NonNullable<ImportRow['undo']>, Tone> = { Undone: 'quiet', Partly: 'amber', Kept: 'amber' };

/** New by this row or by the one it goes with: the catalogue has it once the import is applied. */
const isAwaited = ({ verdict, reason }: ImportRow): boolean =>
  verdict === 'New' || reason?.code === 'TAKEN_WITH_EARLIER_ROW' || reason?.code === 'TAKEN_OVER_EARLIER_ROW';

export function ImportTable({ of, rows }: { of: Import; rows: readonly ImportRow[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('catalogue.import.rows', { file: of.fileName })}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('catalogue.import.rows', { file: of.fileName })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('catalogue.import.line')}</th>
            <th scope="col">{t('catalogue.import.patent')}</th>
            <th scope="col">{t('catalogue.import.verdict')}</th>
            <th scope="col">{t('catalogue.import.content')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td className="figures">{row.line}</td>
              <td><Patent row={row} known={of.status === 'Applied' || !isAwaited(row)} /></td>
              <td>
                <Mark tone={TONES[row.verdict]}>{t(`catalogue.import.mark.${row.verdict}`)}</Mark>
                {row.undo && <Mark tone={UNDO_TONES[row.undo]}>{t(`catalogue.import.undone.${row.undo}`)}</Mark>}
              </td>
              <td><Content row={row} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Leads to the patent where the catalogue has it. */
function Patent({ row: { number, verdict }, known }: { row: ImportRow; known: boolean }) {
  const { t } = useTranslation();
  if (number === null) return <>{t('catalogue.import.noNumber')}</>;
  if (!known || verdict === 'Refused') return <span className="figures">{number}</span>;
  return <Link to={paths.patent(number)} className="figures">{number}</Link>;
}

function Content({ row: { title, reason, line, differences } }: { row: ImportRow }) {
  const { t } = useTranslation();
  return (
    <>
      {title && <p className={classes.title}>{title}</p>}
      {reason && <p className={classes.reason}>{t('catalogue.import.reason', { line, reason: reason.title })}</p>}
      {differences.length > 0 && (
        <dl className={classes.differences}>
          {differences.map((difference) => <Difference key={difference.field} of={difference} />)}
        </dl>
      )}
    </>
  );
}

function Difference({ of: { field, before, after } }: { of: Server['FactDifference'] }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{isField(field) ? t(FIELDS[field]) : field}</dt>
      <dd>
        <ins>{after}</ins>
        {field !== 'legalEvent' && <del>{t('catalogue.import.before', { value: before ?? t('catalogue.import.empty') })}</del>}
      </dd>
    </>
  );
}
