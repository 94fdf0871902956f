import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './list-tools.module.css';

interface ListToolsProps {
  filter: string;
  onFilter: (text: string) => void;
  children?: ReactNode;
}

const FILTER_CHARS_MAX = 60;

/** Above a list of an officer: narrows what is on screen, and what else can be done with the list. */
export function ListTools({ filter, onFilter, children }: ListToolsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.tools}>
      <Input
        type="search"
        className={classes.filter ?? ''}
        aria-label={t('kernel.list.filter')}
        placeholder={t('kernel.list.filter')}
        maxLength={FILTER_CHARS_MAX}
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
      />
      {children}
    </div>
  );
}

/** Whether any of these words holds what was typed. */
export const holds = (filter: string, ...words: (string | null | undefined)[]): boolean => {
  const wanted = filter.trim().toLowerCase();
  return wanted === '' || words.some((word) => word?.toLowerCase().includes(wanted));
};

/** The rest of a list that comes in pages. */
export function More({ query }: { query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> } }) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <p className={classes.more}>
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('kernel.act.more')}</Button>
    </p>
  );
}
