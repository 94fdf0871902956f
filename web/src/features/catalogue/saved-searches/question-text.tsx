import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { formatWan } from '@/shared/format/money.ts';
import { RANGES } from '../technology/ranges.ts';

/** A saved question as its owner reads it: the words, then each filter. */
export function QuestionText({ question }: { question: Server['SavedQuestionView'] }) {
  const { t } = useTranslation();
  const list = (label: string, values: readonly string[]) =>
    values.length > 0 ? [[label, values.join(t('catalogue.saved.or'))] as const] : [];
  const range = (label: string, write: (value: number) => string, min: number | null = null, max: number | null = null) => {
    if (min === null && max === null) return [];
    const [from, to] = [min === null ? '' : write(min), max === null ? '' : write(max)];
    return [[label, max === null ? `≥\u00a0${from}` : min === null ? `≤\u00a0${to}` : from === to ? from : `${from}–${to}`] as const];
  };
  const parts = [
    ...list(t('catalogue.saved.words'), question.q ? [question.q] : []),
    ...list(t('catalogue.facet.status'), question.status.map((value) => t(`catalogue.status.${value}`))),
    ...list(t('catalogue.facet.type'), question.type.flatMap((value) => (value === null ? [] : [t(`catalogue.type.${value}`)]))),
    ...list(t('catalogue.facet.ipc'), question.ipc),
    ...list(t('catalogue.facet.holder'), question.holder),
    ...list(t('catalogue.facet.year'), question.year.map(String)),
    ...range(t('catalogue.saved.price'), formatWan, question.priceMin, question.priceMax),
    ...list(t('catalogue.facet.mode'), (question.mode ?? []).map((value) => t(`catalogue.mode.${value}`))),
    ...list(t('catalogue.facet.field'), (question.field ?? []).map((value) => t(`catalogue.technology.field.${value}`))),
    ...list(t('catalogue.facet.route'), (question.route ?? []).map((value) => t(`catalogue.technology.route.${value}`))),
    ...RANGES.flatMap(({ name, label, write }) =>
      range(t(`catalogue.technology.range.${label}`), write, question[`${name}Min`], question[`${name}Max`]),
    ),
  ];
  return (
    <>
      {parts.map(([label, text], i) => (
        <span key={label}>
          {i > 0 && t('catalogue.saved.and')}
          {t('catalogue.saved.part', { label, text })}
        </span>
      ))}
    </>
  );
}
