import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '@/shared/format/dates.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Page } from '@/shared/ui/page.tsx';
import { Empty } from '@/shared/ui/states.tsx';
import { resetSynonyms, setSynonyms, type SynonymList, synonymsQuery } from './api.ts';
import { GroupDialog } from './group-dialog.tsx';
import classes from './synonyms.module.css';

/** Words that mean the same: read by all of the centre, kept by those the server lets. */
export function SynonymsPage() {
  return <Loaded query={useQuery(synonymsQuery)}>{(list) => <ListOf list={list} />}</Loaded>;
}

function ListOf({ list }: { list: SynonymList }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const may = allows(list, 'set');
  return (
    <Page
      title={t('catalogue.synonyms.title')}
      lead={t('catalogue.synonyms.lead')}
      acts={
        may && (
          <>
            <Button type="primary" onClick={() => setOpen('new')}>{t('catalogue.synonyms.add')}</Button>
            {list.isOwn && (
              <ActButton
                label={t('catalogue.synonyms.reset')}
                explain={t('catalogue.synonyms.resetText')}
                done={t('catalogue.synonyms.resetDone')}
                danger
                act={(_, commandId) => resetSynonyms(commandId)}
              />
            )}
          </>
        )
      }
    >
      <p>
        <Mark tone={list.isOwn ? 'blue' : 'quiet'}>{t(list.isOwn ? 'catalogue.synonyms.own' : 'catalogue.synonyms.house')}</Mark>{' '}
        {list.changedAt !== null && t('catalogue.synonyms.changed', { at: formatMinute(list.changedAt), by: list.changedBy ?? '' })}
      </p>
      <Groups list={list} onChange={may ? setOpen : null} />
      {open !== null && <GroupDialog list={list} at={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Groups({ list, onChange }: { list: SynonymList; onChange: ((at: number) => void) | null }) {
  const { t } = useTranslation();
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const shown = list.groups
    .map((group, at) => ({ ...group, at }))
    .filter(({ terms }) => wanted === '' || terms.some((term) => term.toLowerCase().includes(wanted)));
  return (
    <>
      <div className={classes.tools}>
        <Input
          type="search"
          className={classes.search ?? ''}
          aria-label={t('catalogue.synonyms.find')}
          placeholder={t('catalogue.synonyms.find')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <p role="status">{t('catalogue.synonyms.total', { count: shown.length })}</p>
      </div>
      {shown.length === 0 ? (
        <Empty title={t('catalogue.synonyms.none')} />
      ) : (
        <table className={classes.table}>
          <caption className="visually-hidden">{t('catalogue.synonyms.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('catalogue.synonyms.kind')}</th>
              <th scope="col">{t('catalogue.synonyms.words')}</th>
              {onChange && <th scope="col">{t('catalogue.synonyms.acts')}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ kind, terms, at }) => (
              <tr key={`${String(at)} ${terms.join('=')}`}>
                <td>{t(`catalogue.synonyms.kinds.${kind}`)}</td>
                <td>{terms.join(' = ')}</td>
                {onChange && (
                  <td className={classes.acts}>
                    <Button aria-label={t('catalogue.synonyms.changeOf', { term: terms[0] ?? '' })} onClick={() => onChange(at)}>
                      {t('catalogue.synonyms.change')}
                    </Button>
                    <Remove list={list} at={at} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Remove({ list, at }: { list: SynonymList; at: number }) {
  const { t } = useTranslation();
  const terms = list.groups[at]?.terms.join(' = ') ?? '';
  return (
    <ActButton
      label={t('catalogue.synonyms.remove')}
      explain={t('catalogue.synonyms.removeText', { terms })}
      done={t('catalogue.synonyms.removed')}
      danger
      act={(_, commandId) => setSynonyms({ version: list.version, groups: list.groups.filter((_group, i) => i !== at) }, commandId)}
    />
  );
}
