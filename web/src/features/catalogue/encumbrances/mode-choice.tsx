import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/shared/ui/choice.tsx';
import { type Mode, MODES, modesQuery } from './api.ts';
import classes from './encumbrances.module.css';
import { ModeFindings, ModeState } from './modes-panel.tsx';

interface ModeChoiceProps {
  number: string;
  value: Mode;
  onChange: (mode: Mode) => void;
}

/** What is offered. A mode the gate refuses may be chosen and read about; it is refused at the submission. */
export function ModeChoice({ number, value, onChange }: ModeChoiceProps) {
  const { t } = useTranslation();
  const { data } = useQuery(modesQuery(number, true));
  const isClosed = (mode: Mode) => data?.modes.some((answer) => answer.mode === mode && !answer.isOpen) ?? false;
  const chosen = data?.modes.find(({ mode }) => mode === value);
  return (
    <div className={classes.choice}>
      <Choice
        label={t('catalogue.gate.choose')}
        value={value}
        options={MODES.map((mode) => ({
          value: mode,
          label: isClosed(mode) ? t('catalogue.gate.closedMode', { mode: t(`catalogue.mode.${mode}`) }) : t(`catalogue.mode.${mode}`),
        }))}
        onChange={(chosenMode) => onChange(MODES.find((mode) => mode === chosenMode) ?? 'Sale')}
      />
      <div role="status">
        {chosen && !chosen.isOpen && <ModeState mode={chosen} />}
        {chosen && <ModeFindings mode={chosen} />}
      </div>
    </div>
  );
}
