import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { problemText, Refused } from '@/shared/api/problems.ts';
import { paths } from '@/shared/paths.ts';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { patentQuery } from '../patents/api.ts';
import { PatentTitle } from '../search/patent-card.tsx';
import { draftListing, type Offer } from './api.ts';
import classes from './listings.module.css';
import { OfferForm } from './offer-form.tsx';

export function NewListingPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const number = search.get('patent') ?? '';
  const [text, setText] = useState(number);
  const find = (event: FormEvent) => {
    event.preventDefault();
    setSearch(text.trim() ? { patent: text.trim() } : {});
  };
  return (
    <Page title={t('catalogue.listing.new')} lead={t('catalogue.listing.newLead')} narrow>
      <Section title={t('catalogue.listing.which')}>
        <form onSubmit={find} className={classes.find}>
          <Input
            aria-label={t('catalogue.patent.number')}
            placeholder={t('catalogue.listing.numberHint')}
            maxLength={60}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button htmlType="submit">{t('catalogue.listing.find')}</Button>
        </form>
        {number && <Found key={number} number={number} />}
      </Section>
      {number && <Offering number={number} />}
    </Page>
  );
}

function Found({ number }: { number: string }) {
  const { t } = useTranslation();
  const query = useQuery(patentQuery(number));
  if (query.error instanceof Refused && query.error.status === 404)
    return (
      <div role="status">
        <Empty title={problemText(query.error)} hint={t('catalogue.record.missingHint')}>
          <ButtonLink type="primary" to={paths.recordPatent(number)}>{t('catalogue.record.title')}</ButtonLink>
        </Empty>
      </div>
    );
  return (
    <Loaded query={query}>
      {(patent) => (
        <div className={classes.found}>
          <strong><PatentTitle patent={patent} /></strong>
          <span className="figures">{patent.number}</span>
          <span>{t('catalogue.listing.holders', { holders: patent.holders.join(t('kernel.list.separator')) })}</span>
        </div>
      )}
    </Loaded>
  );
}

function Offering({ number }: { number: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: patent } = useQuery(patentQuery(number));
  const command = useCommand((wish: { patent: string; offer: Offer }, commandId) => draftListing(wish.patent, wish.offer, commandId), {
    done: t('catalogue.listing.drafted'),
    onDone: ({ id }) => void navigate(paths.listing(id)),
  });
  if (!patent) return null;
  return (
    <Section title={t('catalogue.listing.offer')}>
      <OfferForm
        patent={number}
        submitLabel={t('catalogue.listing.saveDraft')}
        isSaving={command.isPending}
        onSave={(offer) => command.mutate({ patent: patent.id, offer })}
      />
    </Section>
  );
}
