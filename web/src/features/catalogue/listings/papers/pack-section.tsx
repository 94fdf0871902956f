import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { allows } from '@/shared/session/session.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { documentsQuery, judgePack, packQuery, type TitlePack, type Verdict } from './api.ts';
import { PackItem } from './pack-item.tsx';
import classes from './papers.module.css';
import { isExplained, keyOf, type Notes, unsaved, verdictOf } from './verdicts.ts';

/** 权属材料: what the seller owes, and the desk's checklist. */
export function PackSection({ listing }: { listing: string }) {
  return <Loaded query={useQuery(packQuery(listing))}>{(pack) => <Pack listing={listing} pack={pack} />}</Loaded>;
}

function Pack({ listing, pack }: { listing: string; pack: TitlePack }) {
  const { t } = useTranslation();
  const { data } = useQuery(documentsQuery(listing));
  const [notes, setNotes] = useState<Notes>({});
  const note = (verdict: Verdict) => setNotes((before) => ({ ...before, [keyOf(verdict)]: verdict }));
  const owed = pack.items.filter(({ due, documents }) => due !== 'NotApplicable' || documents.length > 0);
  const others = pack.items.filter((item) => !owed.includes(item));
  const missing = owed.filter(({ state }) => state === 'Missing' || state === 'Outdated').length;
  return (
    <Section
      title={t('catalogue.papers.title')}
      extra={<span className={classes.small}>{missing > 0 ? t('catalogue.papers.wanting', { count: missing }) : t('catalogue.papers.complete')}</span>}
    >
      <p className={classes.small}>{t(allows(pack, 'declare') ? 'catalogue.papers.leadSeller' : 'catalogue.papers.lead')}</p>
      <ul className={classes.items}>
        {owed.map((item) => (
          <PackItem key={keyOf(item)} listing={listing} pack={pack} item={item} documents={data?.items ?? []} notes={notes} onNote={note} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t('catalogue.papers.others', { count: others.length })}</summary>
          <ul>
            {others.map(({ kind, patent, name, reason, source }) => (
              <li key={keyOf({ kind, patent })}><strong>{name}</strong> {reason} <span className={classes.source}>{t('catalogue.papers.source', { source })}</span></li>
            ))}
          </ul>
        </details>
      )}
      {allows(pack, 'judge') && <SaveVerdicts listing={listing} pack={pack} notes={notes} onSaved={() => setNotes({})} />}
    </Section>
  );
}

interface SaveVerdictsProps {
  listing: string;
  pack: TitlePack;
  notes: Notes;
  onSaved: () => void;
}

function SaveVerdicts({ listing, pack, notes, onSaved }: SaveVerdictsProps) {
  const { t } = useTranslation();
  const command = useCommand((verdicts: Verdict[], commandId) => judgePack(listing, verdicts, commandId), {
    done: t('catalogue.papers.judged'),
    onDone: onSaved,
  });
  const items = pack.items.filter(({ isSubmitted }) => isSubmitted);
  const open = items.filter((item) => verdictOf(item, notes).verdict === null);
  const changed = unsaved(pack, notes);
  const rest = open.map(({ kind, patent }): Verdict => ({ kind, patent, verdict: 'InOrder', remark: '' }));
  return (
    <div className={classes.save}>
      <p role="status">
        {open.length > 0 ? t('catalogue.papers.open', { count: open.length }) : t('catalogue.papers.allJudged')}
        {changed.length > 0 && ` ${t('catalogue.papers.unsaved', { count: changed.length })}`}
      </p>
      {open.length > 0 && (
        <Button disabled={command.isPending} onClick={() => command.mutate([...changed.filter(isExplained), ...rest])}>
          {t('catalogue.papers.restInOrder')}
        </Button>
      )}
      <Button
        type="primary"
        loading={command.isPending}
        disabled={changed.length === 0 || !changed.every(isExplained)}
        onClick={() => command.mutate(changed)}
      >
        {t('catalogue.papers.saveVerdicts')}
      </Button>
    </div>
  );
}
