import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SORTS } from './query.ts';
import { SearchBox } from './search-box.tsx';
import classes from './search.module.css';

/** The whole question stands in the page's address, so that it can be kept and sent on. */
export function Filters() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState(search.get('q') ?? '');
  const [from, setFrom] = useState(search.get('from') ?? '');
  const [to, setTo] = useState(search.get('to') ?? '');
  const set = (changes: Record<string, string>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set({ q: text.trim(), from: from.trim(), to: to.trim() });
  };
  return (
    <form role="search" className={classes.filters} onSubmit={submit}>
      <SearchBox
        text={text}
        onText={setText}
        onSearch={(chosen) => {
          setText(chosen);
          set({ q: chosen });
        }}
      />
      <div className={classes.choices}>
        <span className={classes.range}>
          <Input aria-label={t('catalogue.search.from')} placeholder={t('catalogue.search.fromShort')} inputMode="decimal" maxLength={16} value={from} onChange={(event) => setFrom(event.target.value)} onBlur={submit} />
          <span aria-hidden="true">–</span>
          <Input aria-label={t('catalogue.search.to')} placeholder={t('catalogue.search.toShort')} inputMode="decimal" maxLength={16} value={to} onChange={(event) => setTo(event.target.value)} onBlur={submit} />
        </span>
        <Select
          aria-label={t('catalogue.search.sort')}
          className={classes.select ?? ''}
          value={search.get('sort') ?? ''}
          options={SORTS.map((value) => ({ value: value === 'Relevance' ? '' : value, label: t(`catalogue.sort.${value}`) }))}
          onChange={(value: string) => set({ sort: value })}
        />
        {[...search.keys()].length > 0 && (
          <Button
            type="link"
            onClick={() => {
              setText('');
              setFrom('');
              setTo('');
              setSearch({});
            }}
          >
            {t('catalogue.search.clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
