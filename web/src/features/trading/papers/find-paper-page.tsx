import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '@/shared/paths.ts';
import { Page, Section } from '@/shared/ui/page.tsx';
import classes from './papers.module.css';

/** Where somebody with a paper in hand and no camera types its number. */
export function FindPaperPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  return (
    <Page title={t('kernel.nav.papers')} lead={t('trading.papers.findLead')} narrow>
      <Section title={t('trading.papers.number')}>
        <form
          className={classes.find}
          onSubmit={(event) => {
            event.preventDefault();
            if (number.trim()) void navigate(paths.paper(number.trim()));
          }}
        >
          <Input size="large" aria-label={t('trading.papers.number')} placeholder={t('trading.papers.numberHint')} maxLength={80} value={number} onChange={(event) => setNumber(event.target.value)} />
          <Button size="large" type="primary" htmlType="submit">{t('trading.papers.check')}</Button>
        </form>
      </Section>
    </Page>
  );
}
