import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, LANGUAGES, loadLanguage, preferredLanguage, rememberLanguage } from './languages.ts';

/** Texts of parts that were asked for, by their name. */
const further = new Map<string, Record<Language, object>>();

const take = (name: string, texts: Record<Language, object>): void =>
  LANGUAGES.forEach((language) => i18next.addResourceBundle(language, 'translation', { [name]: texts[language] }, true, true));

/** Texts of a part of the app that comes on demand: in every language at once, for the language may be changed later. */
export function addTexts(name: string, texts: Record<Language, object>): void {
  further.set(name, texts);
  if (i18next.isInitialized) take(name, texts);
}

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
  further.forEach((texts, name) => take(name, texts));
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  const pack = await loadLanguage(language);
  i18next.addResourceBundle(language, 'translation', pack.texts['translation'], true, true);
  await i18next.changeLanguage(language);
  rememberLanguage(language);
  document.documentElement.lang = language;
}
