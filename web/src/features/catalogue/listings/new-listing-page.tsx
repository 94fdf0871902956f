import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { problemText, Refused } from '@/shared/api/problems.ts';
import { paths } from '@/shared/paths.ts';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { Choice } from '@/shared/ui/choice.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { type Patent, patentQuery } from '../patents/api.ts';
import { PatentTitle } from '../search/patent-card.tsx';
import { draftListing, type Offer } from './api.ts';
import { OfferForm } from './editor/offer-form.tsx';
import classes from './listings.module.css';

/** The address says what is listed, so that a reload asks nothing again. */
const KNOW_HOW = 'know-how';

/** A stream's name, which is nobody's to read. */
const isId = (number: string): boolean => number.includes(':');

const statusOf = (error: unknown): number | null => (error instanceof Refused ? error.status : null);

export function NewListingPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const number = search.get('patent') ?? '';
  const isKnowHow = search.get('subject') === KNOW_HOW;
  const query = useQuery({ ...patentQuery(number), enabled: number !== '' });
  const isUnreadable = number !== '' && statusOf(query.error) === 400;
  return (
    <Page title={t('catalogue.listing.new')} lead={t('catalogue.listing.newLead')} narrow>
      <Choice
        label={t('catalogue.subject.title')}
        value={isKnowHow ? KNOW_HOW : 'patent'}
        options={[
          { value: 'patent', label: t('catalogue.subject.Patent') },
          { value: KNOW_HOW, label: t('catalogue.subject.KnowHow') },
        ]}
        onChange={(chosen) => setSearch(chosen === KNOW_HOW ? { subject: KNOW_HOW } : {})}
      />
      {isKnowHow ? <Offering key={KNOW_HOW} patent={null} /> : <Section title={t('catalogue.listing.which')}>
        <NumberField
          key={`${number} ${query.data?.number ?? ''}`}
          number={query.data?.number ?? (isId(number) ? '' : number)}
          fault={isUnreadable ? problemText(query.error) : null}
          onFind={(text) => setSearch(text ? { patent: text } : {})}
        />
        {number && !isUnreadable && (
          statusOf(query.error) === 404 ? (
            <div role="status">
              <Empty title={problemText(query.error)} hint={t('catalogue.record.missingHint')}>
                <ButtonLink type="primary" to={paths.recordPatent(isId(number) ? '' : number)}>{t('catalogue.record.title')}</ButtonLink>
              </Empty>
            </div>
          ) : (
            <Loaded query={query}>{(patent) => <Found patent={patent} />}</Loaded>
          )
        )}
      </Section>}
      {!isKnowHow && query.data && <Offering key={query.data.number} patent={query.data} />}
    </Page>
  );
}

interface NumberFieldProps {
  number: string;
  /** Why the number cannot be read. */
  fault: string | null;
  onFind: (text: string) => void;
}

function NumberField({ number, fault, onFind }: NumberFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(number);
  const find = (event: FormEvent) => {
    event.preventDefault();
    onFind(text.trim());
  };
  return (
    <form onSubmit={find}>
      <div className={classes.find}>
        <Input
          aria-label={t('catalogue.patent.number')}
          aria-invalid={fault !== null}
          {...(fault ? { 'aria-describedby': 'number-fault', status: 'error' as const } : {})}
          placeholder={t('catalogue.listing.numberHint')}
          maxLength={60}
          className="figures"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit">{t('catalogue.listing.find')}</Button>
      </div>
      <div role="alert" id="number-fault" className={classes.numberFault}>{fault}</div>
    </form>
  );
}

/** Whose it is: as the register has it, else as it was applied for. */
function Found({ patent }: { patent: Patent }) {
  const { t } = useTranslation();
  const between = t('kernel.list.separator');
  return (
    <div className={classes.found}>
      <strong><PatentTitle patent={patent} /></strong>
      <span className="figures">{patent.number}</span>
      <span>
        {patent.holders.length > 0
          ? t('catalogue.listing.holders', { holders: patent.holders.join(between) })
          : patent.applicants.length > 0
            ? t('catalogue.listing.applicantsInstead', { applicants: patent.applicants.join(between) })
            : t('catalogue.listing.noHolders')}
      </span>
    </div>
  );
}

function Offering({ patent }: { patent: Patent | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const command = useCommand((offer: Offer, commandId) => draftListing(patent?.id ?? '', offer, commandId), {
    quiet: true,
    done: t('catalogue.listing.drafted'),
    onDone: ({ id }) => void navigate(paths.listing(id)),
  });
  if (patent?.isProvisional)
    return (
      <Section title={t('catalogue.listing.offer')}>
        <p role="note" className={classes.barred}>{t('catalogue.listing.provisional')}</p>
      </Section>
    );
  return (
    <Section title={t('catalogue.listing.offer')}>
      <OfferForm
        patent={patent?.number ?? null}
        submitLabel={t('catalogue.listing.saveDraft')}
        isSaving={command.isPending}
        onSave={(offer, onError) => command.mutate(offer, { onError })}
      />
    </Section>
  );
}
