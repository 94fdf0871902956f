import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as code from './support/code-rules.ts';
import { refusalsOf, strangeCodes, untold, wrongTongue } from './support/refusal-rules.ts';
import { read, SERVER, type Source, WEB } from './support/sources.ts';
import * as texts from './support/text-rules.ts';

const src = join(WEB, 'src');
const all = read(src, /\.(ts|tsx)$/).filter(({ path }) => path !== 'shared/api/schema.d.ts');
const shipped = all.filter(({ path }) => !/\.test\.tsx?$/.test(path));
const components = shipped.filter(({ path }) => path.endsWith('.tsx'));
const tests = read(join(WEB, 'tests'), /\.(ts|tsx|mjs)$/);
const zh = read(join(src, 'locales/zh-CN'), /\.json$/);
const en = read(join(src, 'locales/en'), /\.json$/);
const refusals = read(SERVER, /Refusal\.cs$/);

const planted = (path: string, text: string): Source[] => [{ path, text }];

/** A rule holds for what stands, and finds the offender planted for it. */
function rule(name: string, found: () => string[], offender: () => string[]) {
  it(name, () => expect(found()).toEqual([]));
  it(`${name}: finds a planted offender`, () => expect(offender()).toHaveLength(1));
}

describe('shape', () => {
  it('reads the whole app', () => expect(shipped.length).toBeGreaterThan(100));
  rule(
    'app imports features, features import shared, never the other way or across',
    () => code.wrongImports(all),
    () => code.wrongImports(planted('features/trading/a/page.tsx', "import { B } from '@/features/parties/b/page.tsx';")),
  );
  it('app never stands below shared', () =>
    expect(code.wrongImports(planted('shared/ui/a.tsx', "const B = lazy(() => import('../../app/b.tsx'));"))).toHaveLength(1));
  rule(
    'files have at most 200 lines',
    () => code.longFiles([...all, ...tests]),
    () => code.longFiles(planted('a.ts', 'x\n'.repeat(code.FILE_LINES_MAX + 1))),
  );
  rule(
    'components have at most 150 lines',
    () => code.longComponents(components),
    () => code.longComponents(planted('a.tsx', `function Page() {\n${'f();\n'.repeat(code.COMPONENT_LINES_MAX)}}`)),
  );
  rule('files are named in kebab-case', () => code.wrongNames(all), () => code.wrongNames(planted('shared/ui/MyPage.tsx', '')));
  rule(
    'addresses stand in paths.ts',
    () => code.strayAddresses(shipped),
    () => code.strayAddresses(planted('features/a/b/c.tsx', 'const a = <Link to="/auctions">{x}</Link>;')),
  );
  rule(
    'every form has a name, so that its fields’ ids are its own',
    () => code.namelessForms(components),
    () => code.namelessForms(planted('a.tsx', 'const a = <Form<Fields> layout="vertical"><Form.Item name="mail" /></Form>;')),
  );
});

describe('texts', () => {
  rule(
    'no words stand in JSX',
    () => code.literalTexts(components),
    () => code.literalTexts(planted('a.tsx', 'const a = <p>出价</p>;')),
  );
  it.each(['<input aria-label="Amount" />', '<p>{`共 ${n} 件`}</p>', "<p>{'Bid now'}</p>"])('no words stand in %s', (jsx) =>
    expect(code.literalTexts(planted('a.tsx', `const a = ${jsx};`))).toHaveLength(1));
  rule(
    'Chinese and English have the same keys',
    () => texts.unequalKeys(texts.localeKeys(zh), texts.localeKeys(en)),
    () => texts.unequalKeys(['a.b', 'a.c'], ['a.b']),
  );
  rule(
    'both languages carry the same figures',
    () => texts.unequalFigures(texts.textsOf(zh), texts.textsOf(en)),
    () => texts.unequalFigures(new Map([['a', '共 {{count}} 件']]), new Map([['a', '{{number}} items']])),
  );
  rule(
    'each language is that language',
    () => texts.wrongLanguage(texts.textsOf(zh), texts.textsOf(en)),
    () => texts.wrongLanguage(new Map(), new Map([['a', '出价']])),
  );
  rule(
    'every text is asked for',
    () => texts.unusedKeys(texts.localeKeys(zh), shipped),
    () => texts.unusedKeys(['a.used_one', 'a.b.x', 'a.forgotten'], planted('a.ts', "t('a.used'); t(`a.b.${x}`);")),
  );
});

describe('refusals', () => {
  const members = refusalsOf(refusals);
  it('reads the server’s refusals', () => expect(members.map(({ code: known }) => known)).toContain('BELOW_NEXT_MINIMUM'));
  rule(
    'every refusal says why',
    () => untold(refusals),
    () => untold(planted('X.cs', 'public enum XRefusal\n{\n  [RefusalText("甲", "a")]\n  Told,\n\n  Untold,\n}\n')),
  );
  rule(
    'every refusal says it in Chinese and in English',
    () => wrongTongue(members),
    () => wrongTongue(refusalsOf(planted('X.cs', '[RefusalText("No.", "No.")]\n Refused,'))),
  );
  rule(
    'the app compares only with codes the server knows',
    () => strangeCodes(shipped, new Set(members.map(({ code: known }) => known))),
    () => strangeCodes(planted('a.ts', "if (error.code === 'NO_SUCH_CODE') return;"), new Set(['A'])),
  );
});
