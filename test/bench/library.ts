/**
 * `npm run bench:library`: the library of 1,000, 10,000, 100,000 and 250,000 invented cables, by the built server. `-- 1000 10000`: only
 * those; `--keep`: the cables stay in the system's folder for temporary files, where the next run finds them; `--write`: into the page,
 * which otherwise only a run of all sizes does.
 */
import { existsSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './environment';
import { type Measured, measure } from './library/measure';
import { type Plan, plan } from './library/plan';
import { table } from './library/report';
import { fileOf } from './library/text';
import { SEED, writeLibrary } from './library-corpus';
import { PAGE, writeInto } from './page';

const SIZES = [1000, 10_000, 100_000, 250_000];
const given = process.argv.slice(2);
const sizes = given.filter((each) => /^\d+$/.test(each)).map(Number);
const keep = given.includes('--keep');

async function run(): Promise<void> {
  const all: Measured[] = [];
  for (const count of sizes.length ? sizes : SIZES) {
    const name = join(realpathSync(tmpdir()), `cable-library-${SEED}-${count}`);
    const library = plan(count, SEED);
    const isThere = existsSync(name);
    try {
      if (isThere) warm(library, name);
      else await write(name, count);
      all.push(await measure(library, name));
    } finally {
      if (!keep && !isThere) rmSync(name, { recursive: true, force: true });
    }
    console.log(`\n${table(all)}`);
  }
  if (sizes.length === 0 || given.includes('--write')) writeInto(PAGE, 'npm run bench:library', table(all));
}

/** Under another name until it is whole. */
async function write(name: string, count: number): Promise<void> {
  const before = performance.now();
  rmSync(`${name}.part`, { recursive: true, force: true });
  const bytes = await writeLibrary(`${name}.part`, count);
  renameSync(`${name}.part`, name);
  console.log(`${count} cables, ${(bytes / 1e6).toFixed(0)} MB, ${((performance.now() - before) / 1000).toFixed(0)} s`);
}

/** So that the system has all files in its memory, as it has those that were just written. */
function warm(library: Plan, folder: string): void {
  for (let file = 0; file < library.count; file++) readFileSync(join(folder, fileOf(library.at(file)).path));
}

void run();
