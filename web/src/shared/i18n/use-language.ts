import { useTranslation } from 'react-i18next';
import type { Language } from './languages.ts';

/** The language on screen; components that show it re-render when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}
