import { Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { BOUND_NAMES, BOUNDS, RANGES } from './ranges.ts';
import classes from './technology.module.css';

/** Technical figures between two bounds; they hold once a field is left or Enter is pressed. */
export function RangeFacets() {
  const [search] = useSearchParams();
  return <Fields key={BOUND_NAMES.map((name) => search.get(name) ?? '').join('|')} />;
}

function Fields() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(() => Object.fromEntries(BOUND_NAMES.map((name) => [name, search.get(name) ?? ''])));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (BOUND_NAMES.every((name) => (search.get(name) ?? '') === (typed[name] ?? '').trim())) return;
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const name of BOUND_NAMES) {
        const text = (typed[name] ?? '').trim();
        if (text) next.set(name, text);
        else next.delete(name);
      }
      return next;
    });
  };
  return (
    <form onSubmit={apply}>
      <fieldset className={classes.ranges}>
        <legend>{t('catalogue.technology.title')}</legend>
        {RANGES.map(({ name, label, read }) => (
          <div key={name} className={classes.range}>
            <span className={classes.name} aria-hidden="true">{t(`catalogue.technology.range.${label}`)}</span>
            {BOUNDS.map((bound, index) => {
              const field = `${name}${bound}`;
              const text = typed[field] ?? '';
              return [
                index === 1 && <span key="to" aria-hidden="true">–</span>,
                <Input
                  key={bound}
                  aria-label={t(`catalogue.technology.bound.${bound}`, { figure: t(`catalogue.technology.range.${label}`) })}
                  aria-invalid={text.trim() !== '' && read(text) === null}
                  status={text.trim() !== '' && read(text) === null ? 'error' : ''}
                  inputMode="decimal"
                  maxLength={12}
                  value={text}
                  onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
                  onBlur={apply}
                />,
              ];
            })}
          </div>
        ))}
        <button type="submit" className="visually-hidden">{t('catalogue.search.act')}</button>
      </fieldset>
    </form>
  );
}
