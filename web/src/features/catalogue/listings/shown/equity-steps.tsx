import { useTranslation } from 'react-i18next';
import classes from '../listings.module.css';

const STEPS = ['appraisal', 'resolution', 'agreement', 'transfer', 'company', 'shares'] as const;

/** What a contribution goes through, as a reminder. */
export function EquitySteps() {
  const { t } = useTranslation();
  return (
    <details className={classes.steps}>
      <summary>{t('catalogue.terms.equitySteps')}</summary>
      <ol>{STEPS.map((step) => <li key={step}>{t(`catalogue.terms.equityStep.${step}`)}</li>)}</ol>
      <p>{t('catalogue.terms.equityNote')}</p>
    </details>
  );
}
