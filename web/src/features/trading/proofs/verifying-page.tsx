import { useTranslation } from 'react-i18next';
import { Page, Section } from '@/shared/ui/page.tsx';
import { FileCheck } from './file-check.tsx';
import classes from './proofs.module.css';

const COMMAND = 'IpMarket.Server verify auction.bundle.ndjson';

/** Where anybody checks an auction's file, here or with the program. */
export function VerifyingPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('kernel.nav.verifying')} lead={t('trading.verifying.lead')} narrow>
      <Section title={t('trading.verifying.checkTitle')}>
        <p>{t('trading.verifying.checkText')}</p>
        <FileCheck />
      </Section>
      <Section title={t('trading.verifying.howTitle')}>
        <ol className={classes.guide}>
          <li>{t('trading.verifying.step1')}</li>
          <li>
            {t('trading.verifying.step2')}
            <code className={classes.command} tabIndex={0} role="region" aria-label={t('trading.verifying.command')}>{COMMAND}</code>
          </li>
          <li>{t('trading.verifying.step3')}</li>
        </ol>
      </Section>
      <Section title={t('trading.verifying.formatTitle')}><p>{t('trading.verifying.format')}</p></Section>
      <Section title={t('trading.verifying.limitTitle')}><p>{t('trading.verifying.limit')}</p></Section>
    </Page>
  );
}
