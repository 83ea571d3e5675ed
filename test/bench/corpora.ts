/** `corpora.ts FOLDER COUNT`: writes so many invented cables, and as much Markdown with the same words, for whole-command benchmarks. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../support/generate';

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

/** The same text as a good page of Markdown would have it. */
function asMarkdown(id: string, text: string): string {
  const body = text
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block, at) => {
      if (at === 0) return `\`\`\`text\n${block.replace(/[ \t]+$/gm, '')}\n\`\`\``;
      const heading = /^([^\n]{3,60})\n-{3,}$/.exec(block.replace(/[ \t]+$/gm, ''));
      if (heading) return `## ${heading[1]} ${at}`;
      // One blank after a full stop, as that format's linters want it.
      return block
        .replace(/^¶/, '')
        .replace(/(?<=\S) {2,}(?=\S)/g, ' ')
        .replace(/[ \t]+$/gm, '')
        .replace(/^-- /gm, '- ')
        .replace(/^(\d+)\. {1,2}/, '$1\\. ');
    });
  return `# ${id}\n\n${body.join('\n\n')}\n`;
}
