import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { problemText } from '@/shared/api/problems.ts';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { DemoMark } from '@/shared/ui/marks.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { Findings } from '../encumbrances/findings.tsx';
import { addPatent, type Listing, removePatent } from './api.ts';
import classes from './portfolio.module.css';

/** 标的专利: all patents a listing offers together; its seller adds and removes them while it is with him. */
export function PortfolioSection({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  const mayEdit = allows(listing, 'edit');
  const { patents, patentsMax } = listing;
  if (patents.length === 1 && !mayEdit) return null;
  return (
    <Section
      title={t('catalogue.portfolio.title')}
      extra={patents.length > 1 && <span className={classes.small}>{t('catalogue.portfolio.count', { count: patents.length })}</span>}
    >
      <p className={classes.small}>{t(mayEdit ? 'catalogue.portfolio.leadSeller' : 'catalogue.portfolio.lead', { max: patentsMax })}</p>
      <ol className={classes.patents} aria-label={t('catalogue.portfolio.title')}>
        {patents.map((patent, place) => <OnePatent key={patent.id} listing={listing} patent={patent} mayRemove={mayEdit && place > 0} />)}
      </ol>
      {mayEdit && patents.length < patentsMax && <AddPatent listing={listing.id} />}
    </Section>
  );
}

interface OnePatentProps {
  listing: Listing;
  patent: Listing['patents'][number];
  mayRemove: boolean;
}

function OnePatent({ listing: { id }, patent: { id: stream, number, title, isDemo, holders, gate }, mayRemove }: OnePatentProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.patent}>
      <div className={classes.named}>
        <strong>{title ?? t('catalogue.portfolio.gone')}</strong>
        <span className={classes.small}>
          {gate ? <Link to={paths.patent(number)} className="figures">{number}</Link> : <span className="figures">{number}</span>}
          {isDemo && <DemoMark />}
          {holders.length > 0 && <span>{t('catalogue.portfolio.holders', { holders: holders.join(t('kernel.list.separator')) })}</span>}
        </span>
      </div>
      {mayRemove && (
        <ActButton
          small
          danger
          label={t('catalogue.portfolio.remove')}
          explain={t('catalogue.portfolio.removeText', { number })}
          done={t('catalogue.portfolio.removed', { number })}
          act={(_, commandId) => removePatent(id, stream, commandId)}
        />
      )}
      {gate && gate.refusals.length > 0 && <div className={classes.refused}><Findings findings={gate.refusals} /></div>}
    </li>
  );
}

function AddPatent({ listing }: { listing: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const command = useCommand((patent: string, commandId) => addPatent(listing, patent, commandId), {
    quiet: true,
    done: t('catalogue.portfolio.added'),
    onDone: () => setText(''),
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) command.mutate(text.trim());
  };
  return (
    <form onSubmit={add}>
      <div className={classes.add}>
        <Input
          aria-label={t('catalogue.portfolio.number')}
          aria-invalid={command.isError}
          {...(command.isError ? { 'aria-describedby': 'portfolio-fault', status: 'error' as const } : {})}
          placeholder={t('catalogue.listing.numberHint')}
          maxLength={60}
          className="figures"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" loading={command.isPending}>{t('catalogue.portfolio.add')}</Button>
      </div>
      <div role="alert" id="portfolio-fault" className={classes.fault}>{command.isError && problemText(command.error)}</div>
    </form>
  );
}
