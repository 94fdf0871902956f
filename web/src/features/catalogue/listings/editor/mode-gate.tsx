import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { Loading } from '@/shared/ui/states.tsx';
import { type Mode, modesQuery } from '../../encumbrances/api.ts';
import { Findings } from '../../encumbrances/findings.tsx';
import { ModeChoice } from '../../encumbrances/mode-choice.tsx';
import classes from '../listings.module.css';

interface ModeGateProps {
  number: string;
  value: Mode;
  onChange: (mode: Mode) => void;
  /** The form, where the mode can come to something; it is told whether the patent is still an application. */
  children: (isPending: boolean) => ReactNode;
}

type Answer = Server['ModeView'];

/** The gate's notice that nothing has been granted yet. */
const APPLICATION = 'APPLICATION_ONLY';

/** Refused for good: not even a paper brought with the submission would cure it. */
const isBarred = ({ refusals }: Answer): boolean => refusals.some(({ isAPaper }) => !isAPaper);

/** Why no mode is open, each reason once. */
function reasonsOf(modes: readonly Answer[]): Server['GateFindingView'][] {
  const all = modes.flatMap(({ refusals }) => refusals.filter(({ isAPaper }) => !isAPaper));
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
}

/**
 * The choice of what is offered, and the form behind it. A mode that is refused is explained, with rule, article and
 * cure, instead of a form that leads nowhere; where every mode is, only the reasons are shown.
 */
export function ModeGate({ number, value, onChange, children }: ModeGateProps) {
  const { t } = useTranslation();
  const query = useQuery(modesQuery(number, true));
  if (query.isPending) return <Loading />;
  const modes = query.data?.modes ?? [];
  if (modes.length > 0 && modes.every(isBarred))
    return (
      <div role="note" className={classes.returned}>
        <h3>{t('catalogue.listing.barred')}</h3>
        <Findings findings={reasonsOf(modes)} />
      </div>
    );
  const chosen = modes.find(({ mode }) => mode === value);
  return (
    <>
      <ModeChoice number={number} value={value} onChange={onChange} />
      {chosen && isBarred(chosen) ? (
        <p role="note" className={classes.barred}>{t('catalogue.listing.otherMode')}</p>
      ) : (
        children(modes.some(({ notices }) => notices.some(({ rule }) => rule === APPLICATION)))
      )}
    </>
  );
}
