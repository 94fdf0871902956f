import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Mode, MODES } from './api.ts';

interface ModeChecksProps {
  value?: Mode[];
  onChange?: (modes: Mode[]) => void;
}

/** Any number of modes. */
export function ModeChecks({ value = [], onChange }: ModeChecksProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      value={value}
      options={MODES.map((mode) => ({ value: mode, label: t(`catalogue.mode.${mode}`) }))}
      onChange={(modes) => onChange?.(modes)}
    />
  );
}
