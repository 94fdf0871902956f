import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { Mark } from '@/shared/ui/marks.tsx';
import { Rows } from '@/shared/ui/rows.tsx';

/** Papers as a list: each leads to its check, and is opened or saved from here. */
export function PaperRows({ papers, label }: { papers: readonly Server['PaperListItem'][]; label: string }) {
  const { t } = useTranslation();
  return (
    <Rows
      label={label}
      rows={papers.map(({ number, display, kind, title, about, date, stands, pdfUrl }) => ({
        key: number,
        marks: <Mark tone={stands ? 'green' : 'red'}>{t(stands ? 'trading.papers.stands' : 'trading.papers.void')}</Mark>,
        title: <Link to={paths.paper(number)}>{title}</Link>,
        text: [about, title === kind ? null : kind, display, date].filter(Boolean).join(' · '),
        end: stands && (
          <>
            <a href={paths.paperFile(number)} target="_blank" rel="noreferrer" aria-label={t('trading.papers.openOf', { number: display })}>
              {t('trading.papers.open')}
            </a>{' '}
            {pdfUrl && <a href={pdfUrl} aria-label={t('trading.papers.pdfOf', { number: display })}>{t('trading.papers.pdf')}</a>}
          </>
        ),
      }))}
    />
  );
}
