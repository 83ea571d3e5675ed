/** What the reference tables cost once every one of them is loaded and indexed, and their size in the package. Run with --expose-gc. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { acronymEntries } from '../../server/src/data/acronyms';
import { countriesNamedIn } from '../../server/src/data/countries';
import { officeEntries } from '../../server/src/data/offices';
import { allAddresses, postByName, postByPlad, postsOf, routingIndicator } from '../../server/src/data/posts';
import { isTag, tagMeanings, tagVariant } from '../../server/src/data/tags';
import { term } from '../../server/src/data/terms';

/** Bytes in use after a collection. */
function heap(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Asks for something that no table has, so that every table and every index is made. */
function loadAll(): void {
  acronymEntries('');
  countriesNamedIn('');
  officeEntries('');
  postByName('');
  postByPlad('');
  postsOf('');
  routingIndicator('');
  allAddresses();
  isTag('');
  tagMeanings('', 1974);
  tagMeanings('', 2020);
  tagVariant('');
  term('order', '');
}

const before = heap();
const started = performance.now();
loadAll();
const time = performance.now() - started;
const memory = heap() - before;
const folder = join(__dirname, 'data');
const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
const kilobytes = (sizes: number[]) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000);
console.log(`\nreference data, ${files.length} tables`);
console.log(
  `memory ${(memory / 1e6).toFixed(1)} MB (goal: under 10), loaded in ${time.toFixed(0)} ms; ` +
    `${kilobytes(files.map(({ length }) => length))} KB, compressed ` +
    `${kilobytes(files.map((file) => gzipSync(file).length))} KB (goal: under 400)`,
);
