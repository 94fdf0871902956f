import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { ButtonLink } from '@/shared/ui/button-link.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { changeSavedSearch, deleteSavedSearch, savedSearchesQuery } from './api.ts';
import { QuestionText } from './question-text.tsx';
import { addressOf } from './question.ts';
import classes from './saved-searches.module.css';
import { SearchDialog } from './search-dialog.tsx';

/** The searches one keeps: run, renamed, with or without alerts, given up. */
export function SavedSearchesPage() {
  const { t } = useTranslation();
  const query = useQuery(savedSearchesQuery);
  return (
    <Page
      title={t('catalogue.saved.title')}
      lead={t('catalogue.saved.lead')}
      acts={<ButtonLink to={paths.catalogue}>{t('catalogue.saved.toCatalogue')}</ButtonLink>}
    >
      <Loaded query={query}>
        {({ items, max }) =>
          items.length === 0 ? (
            <Empty title={t('catalogue.saved.none')} hint={t('catalogue.saved.noneHint')}>
              <ButtonLink type="primary" to={paths.catalogue}>{t('catalogue.saved.toCatalogue')}</ButtonLink>
            </Empty>
          ) : (
            <>
              <h2 className={classes.count}>{t('catalogue.saved.count', { saved: items.length, max })}</h2>
              <Rows
                label={t('catalogue.saved.title')}
                rows={items.map((search) => ({
                  key: String(search.number),
                  marks: search.alerts && <Mark tone="green">{t('catalogue.saved.alerting')}</Mark>,
                  title: <Link to={addressOf(search.question)}>{search.name}</Link>,
                  text: <QuestionText question={search.question} />,
                  end: <Acts search={search} />,
                }))}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Acts({ search }: { search: Server['SavedSearchView'] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.acts}>
      <ButtonLink type="primary" to={addressOf(search.question)}>{t('catalogue.saved.run')}</ButtonLink>
      <Rename search={search} />
      <ActButton
        label={t('catalogue.saved.delete')}
        explain={t('catalogue.saved.deleteText', { name: search.name })}
        done={t('catalogue.saved.deleted')}
        danger
        act={(_, commandId) => deleteSavedSearch(search.number, commandId)}
      />
    </div>
  );
}

function Rename({ search }: { search: Server['SavedSearchView'] }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const command = useCommand(changeSavedSearch, {
    done: t('catalogue.saved.changed'),
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('catalogue.saved.change')}</Button>
      {isOpen && (
        <SearchDialog
          title={t('catalogue.saved.change')}
          name={search.name}
          alerts={search.alerts}
          question={<QuestionText question={search.question} />}
          isPending={command.isPending}
          error={command.error}
          onSave={(name, alerts) => command.mutate({ number: search.number, name, alerts })}
          onCancel={() => {
            setOpen(false);
            command.reset();
          }}
        />
      )}
    </>
  );
}
