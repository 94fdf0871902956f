import type { Source } from './sources.ts';

export interface RefusalMember {
  /** As it goes over the wire: `BelowNextMinimum` → `BELOW_NEXT_MINIMUM`. */
  code: string;
  zh: string;
  en: string;
}

/** As the server's `Refusal.CodeOf` makes it: `NotAMember` is `NOT_A_MEMBER`. */
const upperSnake = (name: string): string => name.replace(/(?<=.)(?=[A-Z])/g, '_').toUpperCase();

/** The members of the server's refusal enums with their two texts, as they stand in the C# files. */
export const refusalsOf = (files: readonly Source[]): RefusalMember[] =>
  files.flatMap(({ text }) =>
    [...text.matchAll(/\[RefusalText\(\s*((?:"(?:[^"\\]|\\.)*"\s*\+?\s*)+),\s*((?:"(?:[^"\\]|\\.)*"\s*\+?\s*)+)[^\]]*\]\s*(\w+)/g)].map(
      ([, zh = '', en = '', name = '']) => ({ code: upperSnake(name), zh, en }),
    ),
  );

/** Enum members without a text: nobody could be told why. */
export const untold = (files: readonly Source[]): string[] =>
  files.flatMap(({ path, text }) => {
    const body = /public enum \w+Refusal\s*\{([\s\S]*)\}/.exec(text)?.[1];
    if (!body) return [];
    const bare = body.replace(/\/\/.*$/gm, '').replace(/\[RefusalText\([\s\S]*?\)\]\s*\w+(\s*=\s*\d+)?,?/g, '');
    return [...bare.matchAll(/^\s*([A-Z]\w+)\s*(?:=\s*\d+)?,?\s*$/gm)].map(([, name = '']) => `${path}: ${name}`);
  });

/** Members whose texts are not in the language they are shown to. */
export const wrongTongue = (members: readonly RefusalMember[]): string[] =>
  members.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en) || !/[a-z]/.test(en)).map(({ code }) => code);

/** Codes the web app compares with that the server does not know. */
export function strangeCodes(sources: readonly Source[], known: ReadonlySet<string>): string[] {
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(/code\s*===\s*'([A-Z][A-Z_]+)'/g)].filter(([, code = '']) => !known.has(code)).map(([, code = '']) => `${path}: ${code}`),
  );
}
