// Prints what a browser fetches before the auction room is usable, gzip, without what is fetched on demand (the chart,
// SignalR, the other language). Fails above the budget of 300 kB. Run after `npm run build`.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 300;
const dist = new URL('../dist/', import.meta.url);
const text = (path) => readFileSync(new URL(path, dist), 'utf8');
const page = text('index.html');
const manifest = JSON.parse(text('.vite/manifest.json'));

const files = new Set([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]));
const add = (key) => {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file + '#')) return;
  files.add(chunk.file + '#');
  files.add(chunk.file);
  chunk.css?.forEach((css) => files.add(css));
  chunk.imports?.forEach(add);
};
Object.keys(manifest).filter((key) => manifest[key].isEntry).forEach(add);
['src/features/trading/room/room-page.tsx', 'src/shared/i18n/zh-cn.ts'].forEach((key) => {
  if (!manifest[key]) throw new Error(`${key} is no chunk of its own.`);
  add(key);
});

const sizes = [...files]
  .filter((file) => !file.endsWith('#'))
  .map((file) => [file, gzipSync(text(file)).length])
  .sort((a, b) => b[1] - a[1]);
const total = sizes.reduce((sum, [, bytes]) => sum + bytes, gzipSync(page).length) / 1000;
sizes.forEach(([file, bytes]) => process.stdout.write(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}\n`));
process.stdout.write(`${total.toFixed(1).padStart(8)} kB  first load of the auction room (budget ${BUDGET_KB} kB)\n`);
if (total > BUDGET_KB) process.exitCode = 1;
