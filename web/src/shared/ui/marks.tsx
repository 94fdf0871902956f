import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './marks.module.css';

export type Tone = 'quiet' | 'blue' | 'amber' | 'green' | 'red';

/** A state in a word; the colour only repeats what the word says. */
export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${classes.mark} ${classes[tone] ?? ''}`}>{children}</span>;
}

/** 示例: an invented patent of the demo market, marked wherever it is shown. */
export function DemoMark() {
  const { t } = useTranslation();
  return <span className={classes.demo}>{t('kernel.demo.mark')}</span>;
}
