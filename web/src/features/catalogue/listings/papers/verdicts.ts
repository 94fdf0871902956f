import type { TitleItem, TitlePack, Verdict } from './api.ts';

/** What names an item within a pack: its kind and, of several patents, whose it is. */
export const keyOf = ({ kind, patent }: { kind: TitleItem['kind']; patent?: string | null }): string => `${kind} ${patent ?? ''}`;

/** What an officer has noted on the page and not saved yet, by item. */
export type Notes = Partial<Record<string, Verdict>>;

/** The verdict on an item: what was noted here, else what stands. */
export const verdictOf = (item: TitleItem, notes: Notes): Pick<Verdict, 'remark'> & { verdict: Verdict['verdict'] | null } =>
  notes[keyOf(item)] ?? { verdict: item.verdict, remark: item.remark };

/** Notes that differ from what stands. */
export const unsaved = (pack: TitlePack, notes: Notes): Verdict[] =>
  pack.items.flatMap((item) => {
    const note = notes[keyOf(item)];
    return note && (note.verdict !== item.verdict || note.remark.trim() !== item.remark) ? [{ ...note, remark: note.remark.trim() }] : [];
  });

export const isExplained = ({ verdict, remark }: Verdict): boolean => verdict === 'InOrder' || remark.trim() !== '';
