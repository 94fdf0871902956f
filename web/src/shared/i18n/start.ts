import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, loadLanguage, preferredLanguage, rememberLanguage } from './languages.ts';

/** Loads the preferred language before the first paint, so that no page ever shows keys. */
export async function startLanguage(): Promise<void> {
  const language = preferredLanguage();
  const pack = await loadLanguage(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: pack.texts },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  const pack = await loadLanguage(language);
  i18next.addResourceBundle(language, 'translation', pack.texts['translation'], true, true);
  await i18next.changeLanguage(language);
  rememberLanguage(language);
  document.documentElement.lang = language;
}
