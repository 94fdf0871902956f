import { Alert, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problems.ts';
import { useCommand } from '@/shared/api/command.ts';
import { linesOf } from '@/shared/ui/act-button.tsx';
import { setSynonyms, type SynonymGroup, type SynonymList, TERM_CHARS_MAX, TERMS_MAX } from './api.ts';
import classes from './synonyms.module.css';

const KINDS = ['Term', 'Name'] as const;

interface GroupDialogProps {
  list: SynonymList;
  /** The group's place in the list; null for a new one, which comes first. */
  at: number | null;
  onClose: () => void;
}

/** One group of words, one a line; saved, it is in force for every search at once. */
export function GroupDialog({ list, at, onClose }: GroupDialogProps) {
  const { t } = useTranslation();
  const before = at === null ? null : (list.groups[at] ?? null);
  const [kind, setKind] = useState<SynonymGroup['kind']>(before?.kind ?? 'Term');
  const [text, setText] = useState(before?.terms.join('\n') ?? '');
  const field = useId();
  const command = useCommand(setSynonyms, { done: t('catalogue.synonyms.saved'), quiet: true, onDone: onClose });
  const terms = linesOf(text);
  const group: SynonymGroup = { kind, terms };
  const groups = at === null ? [group, ...list.groups] : list.groups.map((other, i) => (i === at ? group : other));
  const title = t(at === null ? 'catalogue.synonyms.add' : 'catalogue.synonyms.change');
  return (
    <Modal
      open
      title={title}
      okText={t('kernel.act.save')}
      cancelText={t('kernel.act.cancel')}
      okButtonProps={{ disabled: terms.length < 2, loading: command.isPending }}
      onOk={() => command.mutate({ version: list.version, groups })}
      onCancel={onClose}
    >
      <div className={classes.dialog}>
        <div role="alert">{command.isError && <Alert type="error" showIcon title={problemText(command.error)} />}</div>
        <Radio.Group
          aria-label={t('catalogue.synonyms.kind')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`catalogue.synonyms.kinds.${value}`) }))}
          onChange={({ target }: { target: { value?: SynonymGroup['kind'] } }) => setKind(target.value ?? 'Term')}
        />
        <p className={classes.hint}>{t(`catalogue.synonyms.matches.${kind}`)}</p>
        <div>
          <label htmlFor={field}>{t('catalogue.synonyms.terms', { max: TERMS_MAX, chars: TERM_CHARS_MAX })}</label>
          <Input.TextArea id={field} rows={6} value={text} maxLength={TERMS_MAX * (TERM_CHARS_MAX + 1)} onChange={(event) => setText(event.target.value)} />
        </div>
      </div>
    </Modal>
  );
}
