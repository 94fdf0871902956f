import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** A file of the web app (or of the server) with its path from the folder it was read from. */
export interface Source {
  path: string;
  text: string;
}

/** The folder `web`: vitest and Playwright start there. */
export const WEB = process.cwd();
export const SERVER = join(WEB, '..', 'src');

const SKIPPED = new Set(['node_modules', 'dist', 'bin', 'obj', 'test-results']);

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* walk(join(folder, entry.name));
    else if (entry.isFile()) yield join(folder, entry.name);
  }
}

/** Every file below `folder` whose name matches, its path relative to `root` with forward slashes. */
export const read = (folder: string, name: RegExp, root = folder): Source[] =>
  [...walk(folder)]
    .filter((path) => name.test(path))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => a.path.localeCompare(b.path));

export const folderOf = (path: string): string => dirname(path);
