import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { Choice } from '@/shared/ui/choice.tsx';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';
import type { Document, Finding, TitleItem, TitlePack, Verdict } from './api.ts';
import { Declared, DeclareButton } from './declaration.tsx';
import { DocumentLine } from './document-line.tsx';
import classes from './papers.module.css';
import { UploadButton } from './upload-button.tsx';
import { type Notes, verdictOf } from './verdicts.ts';

const DUE: Record<TitleItem['due'], Tone> = { Required: 'blue', Optional: 'quiet', NotApplicable: 'quiet' };
const STATE: Record<TitleItem['state'], Tone> = { NotGiven: 'quiet', Missing: 'red', Outdated: 'amber', Given: 'green' };
const VERDICT: Record<Finding, Tone> = { InOrder: 'green', Missing: 'red', Wrong: 'red' };
const VERDICTS = ['InOrder', 'Missing', 'Wrong'] as const satisfies readonly Finding[];
const REMARK_CHARS_MAX = 1_000;

interface PackItemProps {
  listing: string;
  pack: TitlePack;
  item: TitleItem;
  documents: readonly Document[];
  notes: Notes;
  onNote: (note: Verdict) => void;
}

/** One item of the title pack: what is owed and why, what was brought, what the desk finds. */
export function PackItem({ listing, pack, item, documents, notes, onNote }: PackItemProps) {
  const { t } = useTranslation();
  const mayChange = allows(pack, 'declare');
  const isDeclaration = item.kind === 'DefectStatement';
  const given = documents.filter(({ number }) => item.documents.includes(number));
  const found = verdictOf(item, notes);
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        <h3>{item.name}</h3>
        <Mark tone={DUE[item.due]}>{t(`catalogue.papers.due.${item.due}`)}</Mark>
        {item.state !== 'NotGiven' && <Mark tone={STATE[item.state]}>{t(`catalogue.papers.state.${item.state}`)}</Mark>}
        {item.isSubmitted && found.verdict && <Mark tone={VERDICT[found.verdict]}>{t(`catalogue.papers.verdict.${found.verdict}`)}</Mark>}
      </div>
      <p className={classes.small}>
        {item.reason}
        {item.freshFrom !== null && item.due !== 'NotApplicable' && t('catalogue.papers.fresh', { days: item.maxAgeDays, from: item.freshFrom })}
      </p>
      <p className={classes.source}>
        {t('catalogue.papers.source', { source: item.source })}
        {item.isUnsure && t('catalogue.papers.unsure')}
      </p>
      {(given.length > 0 || isDeclaration) && (
        <ul className={classes.documents}>
          {isDeclaration && <Declared declaration={pack.declaration} />}
          {given.map((document) => (
            <DocumentLine
              key={document.number}
              listing={listing}
              document={document}
              mayChange={mayChange}
              asksDay={item.asksIssueDay}
              freshFrom={item.freshFrom}
            />
          ))}
        </ul>
      )}
      {!allows(pack, 'judge') && item.remark !== '' && <p className={classes.remark}>{t('catalogue.papers.remarkIs', { remark: item.remark })}</p>}
      {mayChange && item.due !== 'NotApplicable' && (
        <div className={classes.acts}>
          {isDeclaration && <DeclareButton listing={listing} declaration={pack.declaration} />}
          <UploadButton
            listing={listing}
            kind={item.kind}
            patent={item.patent}
            label={t(isDeclaration ? 'catalogue.papers.uploadSigned' : 'catalogue.papers.upload')}
            name={item.name}
            asksDay={item.asksIssueDay}
            freshFrom={item.freshFrom}
          />
        </div>
      )}
      {allows(pack, 'judge') && item.isSubmitted && <Judgement item={item} found={found} onNote={onNote} />}
    </li>
  );
}

interface JudgementProps {
  item: TitleItem;
  found: ReturnType<typeof verdictOf>;
  onNote: (note: Verdict) => void;
}

function Judgement({ item: { kind, patent, name }, found: { verdict, remark }, onNote }: JudgementProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={classes.judgement}>
      <Choice
        label={t('catalogue.papers.verdictOn', { name })}
        value={verdict ?? ''}
        options={VERDICTS.map((value) => ({ value, label: t(`catalogue.papers.verdict.${value}`) }))}
        onChange={(value) => {
          const chosen = VERDICTS.find((one) => one === value);
          if (chosen) onNote({ kind, patent, verdict: chosen, remark });
        }}
      />
      {verdict !== null && verdict !== 'InOrder' && (
        <>
          <label htmlFor={id}>{t('catalogue.papers.remark')}</label>
          <Input id={id} maxLength={REMARK_CHARS_MAX} value={remark} onChange={(event) => onNote({ kind, patent, verdict, remark: event.target.value })} />
        </>
      )}
    </div>
  );
}
