import { useTranslation } from 'react-i18next';
import classes from './home.module.css';

export function Steps() {
  const { t } = useTranslation();
  const steps = [
    [t('kernel.home.step1'), t('kernel.home.step1Text')],
    [t('kernel.home.step2'), t('kernel.home.step2Text')],
    [t('kernel.home.step3'), t('kernel.home.step3Text')],
    [t('kernel.home.step4'), t('kernel.home.step4Text')],
    [t('kernel.home.step5'), t('kernel.home.step5Text')],
  ];
  return (
    <ol className={classes.steps}>
      {steps.map(([title, text]) => (
        <li key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
}
