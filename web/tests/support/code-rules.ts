import { join } from 'node:path/posix';
import ts from 'typescript';
import { folderOf, type Source } from './sources.ts';

export const FILE_LINES_MAX = 200;
export const COMPONENT_LINES_MAX = 150;

const parse = ({ path, text }: Source) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

function visit(node: ts.Node, seen: (node: ts.Node) => void): void {
  seen(node);
  node.forEachChild((child) => visit(child, seen));
}

const lineOf = (node: ts.Node): number => node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** What a file of `src` imports from `src`, as paths from there; packages are left out. */
function importsOf(source: Source): string[] {
  const found: string[] = [];
  visit(parse(source), (node) => {
    const of =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (of && ts.isStringLiteral(of)) found.push(of.text);
  });
  return found
    .filter((name) => name.startsWith('.') || name.startsWith('@/'))
    .map((name) => (name.startsWith('@/') ? name.slice(2) : join(folderOf(source.path), name)));
}

const layerOf = (path: string): string => path.split('/')[0] ?? '';
/** `features/trading`: the area, which is what may not reach into another. */
const areaOf = (path: string): string => path.split('/').slice(0, 2).join('/');

const MAY_IMPORT: Record<string, string[]> = {
  app: ['app', 'features', 'shared', 'locales'],
  features: ['features', 'shared'],
  shared: ['shared', 'locales'],
};

/** `app → features → shared`, and no area of the features reaches into another. Paths are from `src`. */
export function wrongImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((target) => {
      const allowed = MAY_IMPORT[layerOf(source.path)] ?? [];
      const crosses = layerOf(source.path) === 'features' && layerOf(target) === 'features' && areaOf(source.path) !== areaOf(target);
      return !allowed.includes(layerOf(target)) || crosses ? [`${source.path} imports ${target}`] : [];
    }),
  );
}

/** Attributes that a person reads or hears. */
const SPOKEN = new Set(['title', 'label', 'placeholder', 'alt', 'aria-label', 'aria-description', 'okText', 'cancelText', 'description', 'extra', 'message']);
const HAS_WORD = /\p{L}{2,}|\p{Script=Han}/u;

/** Words in JSX that no translator will find. Symbols and currency signs are not words. */
export function literalTexts(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const note = (node: ts.Node, text: string) => {
      if (HAS_WORD.test(text)) found.push(`${source.path}:${String(lineOf(node))} "${text.trim()}"`);
    };
    visit(parse(source), (node) => {
      if (ts.isJsxText(node)) note(node, node.text);
      if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer))
        note(node, node.initializer.text);
      if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
        const { expression } = node;
        if (ts.isStringLiteral(expression)) note(expression, expression.text);
        if (ts.isTemplateExpression(expression))
          note(expression, [expression.head.text, ...expression.templateSpans.map((span) => span.literal.text)].join(' '));
      }
    });
    return found;
  });
}

const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

export const longFiles = (sources: readonly Source[]): string[] =>
  sources.filter(({ text }) => linesOf(text) > FILE_LINES_MAX).map(({ path, text }) => `${path} has ${String(linesOf(text))} lines`);

/** Components are the functions with a capital. */
export function longComponents(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    visit(parse(source), (node) => {
      const name = ts.isFunctionDeclaration(node)
        ? node.name?.text
        : ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)
          ? node.name.getText()
          : undefined;
      const lines = linesOf(node.getText());
      if (name && /^[A-Z]/.test(name) && lines > COMPONENT_LINES_MAX) found.push(`${source.path}: ${name} has ${String(lines)} lines`);
    });
    return found;
  });
}

/** kebab-case, so that a name is the same on every file system. */
export const wrongNames = (sources: readonly Source[]): string[] =>
  sources.map(({ path }) => path).filter((path) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(path.split('/').at(-1) ?? ''));

/** A link that spells its address instead of taking it from `paths.ts`. */
export function strayAddresses(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path.endsWith('.tsx'))
    .flatMap((source) => {
      const found: string[] = [];
      visit(parse(source), (node) => {
        if (ts.isJsxAttribute(node) && ['to', 'href'].includes(node.name.getText()) && node.initializer && /^["'{`]*\/\w/.test(node.initializer.getText()))
          found.push(`${source.path}:${String(lineOf(node))} ${node.initializer.getText()}`);
      });
      return found;
    });
}

/** A form of antd without a name gives its fields ids that the next form on the page gives too. */
export function namelessForms(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    visit(parse(source), (node) => {
      if (!ts.isJsxOpeningLikeElement(node) || node.tagName.getText() !== 'Form') return;
      const names = node.attributes.properties.some((one) => ts.isJsxAttribute(one) && one.name.getText() === 'name');
      if (!names) found.push(`${source.path}:${String(lineOf(node))}`);
    });
    return found;
  });
}
