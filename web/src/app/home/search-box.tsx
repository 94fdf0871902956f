import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../shared/paths.ts';
import classes from './home.module.css';

export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const search = (event: FormEvent) => {
    event.preventDefault();
    const query = text.trim();
    void navigate(query ? `${paths.catalogue}?q=${encodeURIComponent(query)}` : paths.catalogue);
  };
  return (
    <form role="search" className={classes.search} onSubmit={search}>
      <label htmlFor="home-search" className="visually-hidden">{t('kernel.home.search')}</label>
      <input
        id="home-search"
        type="search"
        maxLength={200}
        placeholder={t('kernel.home.searchHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit">{t('kernel.home.search')}</button>
    </form>
  );
}
