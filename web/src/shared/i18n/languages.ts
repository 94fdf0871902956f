import type { Locale } from 'antd/es/locale';
import type { Resource } from 'i18next';

export type Language = 'zh-CN' | 'en';
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

export interface LanguagePack {
  texts: Resource[string];
  antd: Locale;
}

const loaders: Record<Language, () => Promise<LanguagePack>> = {
  'zh-CN': async () => (await import('./zh-cn.ts')).pack,
  en: async () => (await import('./en.ts')).pack,
};

const packs = new Map<Language, LanguagePack>();

/** A language that was fetched already; null otherwise. */
export const knownLanguage = (language: Language): LanguagePack | null => packs.get(language) ?? null;

/** One language's texts and antd's own; fetched once. */
export async function loadLanguage(language: Language): Promise<LanguagePack> {
  const known = packs.get(language);
  if (known) return known;
  const pack = await loaders[language]();
  packs.set(language, pack);
  return pack;
}

const KEY = 'ipmarket.language';

/** What the person chose, else what the browser asks for, else Chinese. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export const rememberLanguage = (language: Language): void => localStorage.setItem(KEY, language);
