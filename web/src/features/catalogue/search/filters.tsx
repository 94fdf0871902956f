import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SORTS, STATUSES, TYPES } from './query.ts';
import classes from './search.module.css';

const SEARCH_CHARS_MAX = 200;

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
  const select = (name: string, label: string, all: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      className={classes.select ?? ''}
      value={search.get(name) ?? ''}
      options={[...(all ? [{ value: '', label: all }] : []), ...options]}
      onChange={(value: string) => set({ [name]: value })}
    />
  );
  return (
    <form role="search" className={classes.filters} onSubmit={submit}>
      <div className={classes.text}>
        <Input
          type="search"
          size="large"
          aria-label={t('kernel.home.search')}
          placeholder={t('kernel.home.searchHint')}
          maxLength={SEARCH_CHARS_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" size="large" htmlType="submit">{t('catalogue.search.act')}</Button>
      </div>
      <div className={classes.choices}>
        {select('type', t('catalogue.search.type'), t('catalogue.search.anyType'), TYPES.map((value) => ({ value, label: t(`catalogue.type.${value}`) })))}
        {select('status', t('catalogue.search.status'), t('catalogue.search.anyStatus'), STATUSES.map((value) => ({ value, label: t(`catalogue.status.${value}`) })))}
        <span className={classes.range}>
          <Input aria-label={t('catalogue.search.from')} placeholder={t('catalogue.search.fromShort')} inputMode="decimal" maxLength={16} value={from} onChange={(event) => setFrom(event.target.value)} onBlur={submit} />
          <span aria-hidden="true">–</span>
          <Input aria-label={t('catalogue.search.to')} placeholder={t('catalogue.search.toShort')} inputMode="decimal" maxLength={16} value={to} onChange={(event) => setTo(event.target.value)} onBlur={submit} />
        </span>
        {select('sort', t('catalogue.search.sort'), '', SORTS.map((value) => ({ value: value === 'Relevance' ? '' : value, label: t(`catalogue.sort.${value}`) })))}
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
