import { useLanguage } from './use-language.ts';

/** The name of what has one in both languages, as the reader's language says it. */
export function useNamed(): (named: { name: string; nameEn: string }) => string {
  const isEnglish = useLanguage() === 'en';
  return ({ name, nameEn }) => (isEnglish ? nameEn : name);
}
