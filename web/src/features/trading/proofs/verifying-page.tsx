import { useTranslation } from 'react-i18next';
import { Page, Section } from '@/shared/ui/page.tsx';
import { FileCheck } from './file-check.tsx';
import classes from './proofs.module.css';
import '@/shared/i18n/verifying.ts';

const COMMAND = 'IpMarket.Server verify auction.bundle.ndjson';

/** Where anybody checks an auction's file, here or with the program. */
export function VerifyingPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('kernel.nav.verifying')} lead={t('verifying.lead')} narrow>
      <Section title={t('verifying.checkTitle')}>
        <p>{t('verifying.checkText')}</p>
        <FileCheck />
      </Section>
      <Section title={t('verifying.howTitle')}>
        <ol className={classes.guide}>
          <li>{t('verifying.step1')}</li>
          <li>
            {t('verifying.step2')}
            <code className={classes.command} tabIndex={0} role="region" aria-label={t('verifying.command')}>{COMMAND}</code>
          </li>
          <li>{t('verifying.step3')}</li>
        </ol>
      </Section>
      <Section title={t('verifying.formatTitle')}><p>{t('verifying.format')}</p></Section>
      <Section title={t('verifying.limitTitle')}><p>{t('verifying.limit')}</p></Section>
    </Page>
  );
}
