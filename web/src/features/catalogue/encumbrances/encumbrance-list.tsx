import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { allows } from '@/shared/session/session.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { type Encumbrance, encumbrancesQuery } from './api.ts';
import { EndEncumbrance, RenewEncumbrance } from './encumbrance-acts.tsx';
import classes from './encumbrances.module.css';
import { RecordConsent, WithdrawConsent } from './record-consent.tsx';
import { RecordEncumbrance } from './record-encumbrance.tsx';

type Book = Server['PatentEncumbrances'];

/** Pledges, licences, preservations and the other facts that decide what may be done, ended ones too. */
export function Encumbrances({ number }: { number: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('catalogue.encumbrance.title')}>
      <Loaded query={useQuery(encumbrancesQuery(number))}>{(book) => <Shown number={number} book={book} />}</Loaded>
    </Section>
  );
}

function Shown({ number, book }: { number: string; book: Book }) {
  const { t } = useTranslation();
  const mayRecord = allows(book, 'encumber');
  return (
    <>
      {book.encumbrances.length === 0 && <p>{t('catalogue.encumbrance.none')}</p>}
      <ul className={classes.list}>
        {book.encumbrances.map((item) => <Item key={item.number} number={number} item={item} />)}
        {book.consents.map((consent) => (
          <Given key={`consent-${String(consent.number)}`} number={number} consent={consent} mayWithdraw={mayRecord} />
        ))}
      </ul>
      {mayRecord && (
        <div className={classes.acts}>
          <RecordEncumbrance number={number} />
          <RecordConsent number={number} book={book} />
        </div>
      )}
    </>
  );
}

function Item({ number, item }: { number: string; item: Encumbrance }) {
  const { t } = useTranslation();
  const { basis, endBasis } = item;
  return (
    <li>
      <span className={classes.mode}>
        <strong>{t('catalogue.encumbrance.numbered', { number: item.number, name: item.name })}</strong>
        <span className="figures">{item.reference}</span>
        <Mark tone={item.isInForce ? 'amber' : 'quiet'}>{t(item.isInForce ? 'catalogue.encumbrance.inForce' : 'catalogue.encumbrance.over')}</Mark>
      </span>
      {item.others.length > 0 && <span>{item.others.join(t('kernel.list.separator'))}</span>}
      {(item.from ?? item.until) && (
        <span className="figures">{t('catalogue.encumbrance.term', { from: item.from ?? '…', until: item.until ?? '…' })}</span>
      )}
      <small>{t('catalogue.encumbrance.basis', { source: basis.source, document: basis.document ?? '', day: basis.seenOn ?? '' })}</small>
      {item.ending && (
        <small>
          {t(`catalogue.encumbrance.ending.${item.ending}`)}
          {t('catalogue.encumbrance.basis', { source: endBasis?.source ?? '', document: endBasis?.document ?? '', day: item.endedOn ?? '' })}
        </small>
      )}
      <span className={classes.acts}>
        {allows(item, 'renew') && <RenewEncumbrance number={number} item={item} />}
        {allows(item, 'end') && <EndEncumbrance number={number} item={item} />}
      </span>
    </li>
  );
}

interface GivenProps {
  number: string;
  consent: Server['ConsentView'];
  mayWithdraw: boolean;
}

function Given({ number, consent, mayWithdraw }: GivenProps) {
  const { t } = useTranslation();
  const { basis } = consent;
  const about = consent.encumbrance === null
    ? t('catalogue.encumbrance.coOwnersConsent', { givers: consent.givers.join(t('kernel.list.separator')) })
    : t(consent.buyer ? 'catalogue.encumbrance.permitTo' : 'catalogue.encumbrance.consentTo', {
      number: consent.encumbrance,
      buyer: consent.buyer ?? '',
    });
  return (
    <li>
      <span className={classes.mode}>
        <strong>{about}</strong>
        <Mark tone={consent.isInForce ? 'green' : 'quiet'}>{t(consent.isInForce ? 'catalogue.encumbrance.inForce' : 'catalogue.encumbrance.over')}</Mark>
      </span>
      <span>{consent.modes.map((mode) => t(`catalogue.mode.${mode}`)).join(t('kernel.list.separator'))}</span>
      <small>{t('catalogue.encumbrance.basis', { source: basis.source, document: basis.document ?? '', day: basis.seenOn ?? '' })}</small>
      {mayWithdraw && consent.isInForce && <span className={classes.acts}><WithdrawConsent number={number} item={consent.number} /></span>}
    </li>
  );
}
