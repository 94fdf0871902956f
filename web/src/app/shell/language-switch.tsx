import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Language, LANGUAGES } from '../../shared/i18n/languages.ts';
import { changeLanguage } from '../../shared/i18n/start.ts';
import { useLanguage } from '../../shared/i18n/use-language.ts';
import classes from './shell.module.css';

/** Each language in its own words, so that who reads only one finds it. */
const OWN_NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

/** What the server says in words, it says anew in the other language. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const other = LANGUAGES.find((candidate) => candidate !== language) ?? 'zh-CN';
  return (
    <button
      type="button"
      lang={other}
      className={classes.language}
      aria-label={t('kernel.act.language', { language: OWN_NAMES[other] })}
      onClick={() => void changeLanguage(other).then(() => queries.invalidateQueries())}
    >
      {OWN_NAMES[other]}
    </button>
  );
}
