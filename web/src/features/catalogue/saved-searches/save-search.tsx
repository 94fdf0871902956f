import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { useMe } from '@/shared/session/session.ts';
import { saveSearch } from './api.ts';
import { QuestionText } from './question-text.tsx';
import { isAsking } from './question.ts';
import { SearchDialog } from './search-dialog.tsx';

/** Keeps what is asked right now; nothing to keep, nothing shown. A visitor is led to sign in and comes back. */
export function SaveSearch({ question }: { question: Server['SavedQuestionView'] }) {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname, search } = useLocation();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const command = useCommand(saveSearch, {
    done: t('catalogue.saved.saved'),
    quiet: true,
    onDone: () => {
      setOpen(false);
      void queries.invalidateQueries({ queryKey: ['saved-searches'] });
    },
  });
  if (!isAsking(question)) return null;
  if (me === null) return <Link to={paths.signIn(pathname + search)}>{t('catalogue.saved.signIn')}</Link>;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('catalogue.saved.save')}</Button>
      {isOpen && (
        <SearchDialog
          title={t('catalogue.saved.save')}
          name={question.q ?? ''}
          alerts
          question={<QuestionText question={question} />}
          isPending={command.isPending}
          error={command.error}
          onSave={(name, alerts) => command.mutate({ name, alerts, question })}
          onCancel={() => {
            setOpen(false);
            command.reset();
          }}
        />
      )}
    </>
  );
}
