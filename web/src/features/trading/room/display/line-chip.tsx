import { useTranslation } from 'react-i18next';
import type { Line } from '@/shared/live/connection.ts';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';

const TONES: Record<Line['state'], Tone> = {
  connecting: 'quiet',
  live: 'green',
  slow: 'amber',
  reconnecting: 'amber',
  offline: 'red',
};

/** Whether what is on screen is live. */
export function LineChip({ line }: { line: Line }) {
  const { t } = useTranslation();
  const figures = 'rttMs' in line ? { ms: line.rttMs } : 'seconds' in line ? { seconds: line.seconds } : {};
  return (
    <Mark tone={TONES[line.state]}>
      <span className="figures">{t(`trading.line.${line.state}`, figures)}</span>
    </Mark>
  );
}
