/**
 * Turns `data/*.tsv` into compact tables that are read when they are first asked for: `dist/data/NAME.json`, one array a column, cells
 * that repeat (sources, kinds) as numbers into a list of their words.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, TABLES } from './data-schema.mjs';
import { root } from './lib.mjs';

const to = join(root, 'dist', 'data');
/** A wrong meaning is worse than none: what a table itself calls unsure is not shipped. */
const UNSURE = /\(unsure\)/;

export function buildData() {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(to)) if (!(file.replace(/\.json$/, '') in TABLES)) rmSync(join(to, file));
  const scripts = ['build-data.mjs', 'data-schema.mjs'].map((name) => join(root, 'scripts', name));
  for (const [name, { columns }] of Object.entries(TABLES)) {
    const source = join(root, 'data', `${name}.tsv`);
    const target = join(to, `${name}.json`);
    const newest = Math.max(...[source, ...scripts].map((file) => statSync(file).mtimeMs));
    if (existsSync(target) && statSync(target).mtimeMs > newest) continue;
    const names = Object.keys(columns);
    const rows = readTable(name, readFileSync(source, 'utf8')).filter(
      (row) => !UNSURE.test(row[names.indexOf('source')] ?? ''),
    );
    writeFileSync(target, JSON.stringify(names.map((_, column) => compact(rows.map((row) => row[column])))));
  }
}

/** A column as it is, or as words and numbers where that is shorter. */
function compact(cells) {
  const words = [...new Set(cells)];
  if (words.length * 3 > cells.length) return cells;
  const numbers = new Map(words.map((word, at) => [word, at]));
  return { words, cells: cells.map((cell) => numbers.get(cell)) };
}

if (process.argv[1]?.endsWith('build-data.mjs')) buildData();
