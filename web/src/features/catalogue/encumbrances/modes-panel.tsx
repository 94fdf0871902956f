import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { modesQuery } from './api.ts';
import classes from './encumbrances.module.css';
import { Findings } from './findings.tsx';

/** What may be done with the patent, and for each refusal why not. */
export function ModesPanel({ number }: { number: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('catalogue.gate.title')}>
      <p className={classes.lead}>{t('catalogue.gate.lead')}</p>
      <Loaded query={useQuery(modesQuery(number, false))}>
        {({ modes }) => <ul className={classes.modes}>{modes.map((mode) => <ModeLine key={mode.mode} mode={mode} />)}</ul>}
      </Loaded>
    </Section>
  );
}

function ModeLine({ mode }: { mode: Server['ModeView'] }) {
  return (
    <li>
      <ModeState mode={mode} />
      <ModeFindings mode={mode} />
    </li>
  );
}

export function ModeState({ mode: { mode, isOpen } }: { mode: Server['ModeView'] }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mode}>
      <strong>{t(`catalogue.mode.${mode}`)}</strong>
      <Mark tone={isOpen ? 'green' : 'red'}>{t(isOpen ? 'catalogue.gate.open' : 'catalogue.gate.closed')}</Mark>
    </span>
  );
}

/** Refusals in view; what only informs behind a fold. */
export function ModeFindings({ mode: { refusals, notices } }: { mode: Server['ModeView'] }) {
  const { t } = useTranslation();
  return (
    <>
      {refusals.length > 0 && <Findings findings={refusals} />}
      {notices.length > 0 && (
        <details className={classes.notices}>
          <summary>{t('catalogue.gate.notices', { count: notices.length })}</summary>
          <Findings findings={notices} />
        </details>
      )}
    </>
  );
}
