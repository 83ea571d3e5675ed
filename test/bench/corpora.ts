/** `corpora.ts FOLDER COUNT`: writes so many invented cables, and as much Markdown with the same words, for whole-command benchmarks. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../support/generate';
import { asMarkdown } from './markdown';

const [folder, count] = [process.argv[2]!, Number(process.argv[3])];
/** The mean length of a cable: 40 MB in 5,000. */
const MEAN = 8000;
let [cables, markdown] = [0, 0];
for (let seed = 1; seed <= count; seed++) {
  const { id, text } = generate(seed, { size: 400 + ((seed * 7919) % (2 * MEAN - 2600)) });
  const part = join(folder, 'cables', id.slice(0, 4));
  mkdirSync(part, { recursive: true });
  writeFileSync(join(part, `${seed}-${id}.cable`), text);
  cables += Buffer.byteLength(text);
  const page = asMarkdown(id, text);
  const other = join(folder, 'markdown', id.slice(0, 4));
  mkdirSync(other, { recursive: true });
  writeFileSync(join(other, `${seed}-${id}.md`), page);
  markdown += Buffer.byteLength(page);
}
console.log(JSON.stringify({ cables, markdown }));
