/** Turns `data/*.tsv` into `server/src/data/generated/*.json`: arrays of rows, without the header row. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib.mjs';

const from = join(root, 'data');
const to = join(root, 'server', 'src', 'data', 'generated');

export function buildData() {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from).filter((name) => name.endsWith('.tsv'))) {
    const source = join(from, file);
    const target = join(to, file.replace(/\.tsv$/, '.json'));
    if (existsSync(target) && statSync(target).mtimeMs > statSync(source).mtimeMs) continue;
    const [header, ...rows] = readFileSync(source, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    for (const [index, row] of rows.entries()) {
      if (row.length > header.length)
        throw new Error(`data/${file}:${index + 2}: ${row.length} cells, ${header.length} columns`);
      while (row.length < header.length) row.push('');
    }
    writeFileSync(target, JSON.stringify(rows));
  }
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith('build-data.mjs')) buildData();
