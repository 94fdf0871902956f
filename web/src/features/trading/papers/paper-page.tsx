import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { Facts } from '@/shared/ui/facts.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { paperQuery } from './api.ts';
import { paperKind } from './paper-kind.ts';
import classes from './papers.module.css';

/** The public check of a paper: what it is, its fingerprint, and whether it still stands. */
export function PaperPage() {
  const { number = '' } = useParams();
  const [search] = useSearchParams();
  return (
    <Loaded query={useQuery(paperQuery(number, search.get('h')))}>{(paper) => <PaperOf paper={paper} />}</Loaded>
  );
}

function PaperOf({ paper }: { paper: Server['PaperCheck'] }) {
  const { t } = useTranslation();
  const isGood = paper.stands && paper.matches !== false;
  const verdict = !paper.stands
    ? t('trading.papers.void')
    : paper.matches === false
      ? t('trading.papers.differs')
      : t('trading.papers.stands');
  return (
    <Page title={t('kernel.nav.papers')} narrow>
      <div role="status" className={isGood ? `${classes.verdict} ${classes.good}` : `${classes.verdict} ${classes.bad}`}>
        <span aria-hidden="true" className={classes.sign}>{isGood ? '✓' : '✕'}</span>
        <div>
          <h2>{verdict}</h2>
          <p>{isGood ? t('trading.papers.standsText') : (paper.voidReason ?? t('trading.papers.differsText'))}</p>
        </div>
      </div>
      <Section title={paper.title} extra={paper.isDemo && <DemoMark />}>
        <Facts
          facts={[
            [t('trading.papers.number'), paper.display],
            [t('trading.papers.kind'), paperKind(t, paper)],
            [t('trading.papers.date'), paper.date],
            [t('trading.papers.hash'), <code key="h" className={classes.hash}>{paper.hash}</code>],
            ...(paper.erasedOn ? ([[t('trading.papers.content'), t('trading.papers.erased', { date: paper.erasedOn })]] as const) : []),
          ]}
        />
        <p className={classes.acts}>
          {paper.documentUrl && <a href={paper.documentUrl} target="_blank" rel="noreferrer">{t('trading.papers.open')}</a>}
          {paper.pdfUrl && <a href={paper.pdfUrl}>{t('trading.papers.pdf')}</a>}
        </p>
      </Section>
    </Page>
  );
}
