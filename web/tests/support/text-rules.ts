import type { Source } from './sources.ts';

type Texts = { [key: string]: Texts | string };

/** `{ room: { title: '…' } }` → `room.title`. */
export const keysOf = (texts: Texts, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );

/** Keys of one locale folder with the file's name in front, as the code spells them. */
export const localeKeys = (files: readonly Source[]): string[] =>
  files.flatMap(({ path, text }) => keysOf(JSON.parse(text) as Texts, `${path.split('/').at(-1)?.replace('.json', '') ?? ''}.`));

export const textsOf = (files: readonly Source[]): Map<string, string> => {
  const found = new Map<string, string>();
  const add = (texts: Texts, prefix: string): void => {
    for (const [key, value] of Object.entries(texts))
      if (typeof value === 'string') found.set(prefix + key, value);
      else add(value, `${prefix}${key}.`);
  };
  for (const { path, text } of files) add(JSON.parse(text) as Texts, `${path.split('/').at(-1)?.replace('.json', '') ?? ''}.`);
  return found;
};

/** Keys that only one of the two has. */
export function unequalKeys(zh: readonly string[], en: readonly string[]): string[] {
  const inZh = new Set(zh);
  const inEn = new Set(en);
  return [...zh.filter((key) => !inEn.has(key)).map((key) => `only zh: ${key}`), ...en.filter((key) => !inZh.has(key)).map((key) => `only en: ${key}`)];
}

const figuresIn = (text: string): string => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort().join();

/** Texts whose two languages do not carry the same figures. */
export const unequalFigures = (zh: Map<string, string>, en: Map<string, string>): string[] =>
  [...zh].filter(([key, text]) => en.has(key) && figuresIn(text) !== figuresIn(en.get(key) ?? '')).map(([key]) => key);

/** The words of the person who reads only one language: no Chinese in an English text, none missing in a Chinese one. */
export const wrongLanguage = (zh: Map<string, string>, en: Map<string, string>): string[] => [
  ...[...en].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => `en: ${key}`),
  ...[...zh].filter(([, text]) => /[A-Za-z]{4,}/.test(text.replace(/\{\{\w+\}\}/g, '')) && !/\p{Script=Han}/u.test(text)).map(([key]) => `zh: ${key}`),
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How the code names keys: whole (`'a.b'`) or with a part put in (`` `a.b.${x}` ``). */
export function usedKeys(sources: readonly Source[]): { whole: Set<string>; patterns: RegExp[] } {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  for (const { text } of sources) {
    for (const [, key] of text.matchAll(/'([a-z]+(?:\.[\w-]+)+)'/g)) if (key) whole.add(key);
    for (const [, key] of text.matchAll(/`([a-z]+\.[\w.${}()'[\] -]+)`/g))
      if (key) patterns.push(new RegExp(`^${key.split(/\$\{[^}]*\}/).map(escaped).join('[\\w-]+')}$`));
  }
  return { whole, patterns };
}

/** Keys nobody asks for. Plural forms belong to the key without their ending. */
export function unusedKeys(keys: readonly string[], sources: readonly Source[]): string[] {
  const { whole, patterns } = usedKeys(sources);
  return keys.filter((key) => {
    const stem = key.replace(/_(one|other)$/, '');
    return !whole.has(stem) && !patterns.some((pattern) => pattern.test(stem));
  });
}
