import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { suggestQuery } from './api.ts';
import classes from './search.module.css';

const SEARCH_CHARS_MAX = 200;
const PAUSE_MS = 200;

interface Box {
  text: string;
  onText: (text: string) => void;
  onSearch: (text: string) => void;
}

/** The text of a search, with what may be meant while it is typed. Enter asks for what was typed. */
export function SearchBox({ text, onText, onSearch }: Box) {
  const { t } = useTranslation();
  const typed = useSettled(text.trim());
  const suggestions = useQuery({ ...suggestQuery(typed), enabled: typed.length > 0 });
  const options = (typed ? (suggestions.data?.items ?? []) : []).map((suggestion) => ({
    value: suggestion.text,
    key: `${suggestion.kind} ${suggestion.text}`,
    label: <SuggestionLine suggestion={suggestion} />,
  }));
  return (
    <div className={classes.text}>
      <AutoComplete
        value={text}
        options={options}
        showSearch={{ filterOption: false }}
        defaultActiveFirstOption={false}
        onChange={onText}
        onSelect={(value: string) => onSearch(value)}
      >
        <Input
          type="search"
          size="large"
          aria-label={t('kernel.home.search')}
          placeholder={t('kernel.home.searchHint')}
          maxLength={SEARCH_CHARS_MAX}
        />
      </AutoComplete>
      <Button type="primary" size="large" htmlType="submit">{t('catalogue.search.act')}</Button>
    </div>
  );
}

function SuggestionLine({ suggestion }: { suggestion: Server['Suggestion'] }) {
  const { t } = useTranslation();
  return (
    <span className={classes.suggestion}>
      <span className={classes.value}>
        {suggestion.text}
        {suggestion.note && <span className={classes.sub}>{suggestion.note}</span>}
      </span>
      <span className={classes.count}>
        {t(`catalogue.suggestion.${suggestion.kind}`)}
        {suggestion.count !== null && ` · ${String(suggestion.count)}`}
      </span>
    </span>
  );
}

/** The text once nothing was typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
