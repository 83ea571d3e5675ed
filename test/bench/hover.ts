/** How long a hover card takes on a cable of 100 KB, once loaded; and a completion list on its TAGS line. `--write`: into the page. */
import { completion } from '../../server/src/features/completion';
import { explain } from '../../server/src/features/hover/explain';
import { toMarkdown } from '../../server/src/features/markdown';
import { snapshot } from '../../server/src/features/snapshot';
import { wordsIn } from '../../server/src/meaning/words';
import { grid, PAGE, writeInto } from './page';
import { cable } from './texts';

const text = cable(100_000);
const of = snapshot('file:///bench.cable', 1, text);
const words = wordsIn(text).filter((_, at) => at % 7 === 0);
const hover = (offset: number): string => toMarkdown(explain(of, offset, String)?.cards ?? [], of.uri);

const started = performance.now();
hover(text.indexOf('TAGS:') + 7);
const first = performance.now() - started;
for (const { start } of words) hover(start);
const times = words.map(({ start }) => {
  const before = performance.now();
  hover(start);
  return performance.now() - before;
});
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(3);
const tags = text.indexOf('TAGS:') + 6;
completion(of, tags);
const before = performance.now();
for (let i = 0; i < 20; i++) completion(of, tags);
const list = (performance.now() - before) / 20;
const content = [
  grid([
    ['', 'ms'],
    ['first card, with all tables read', first.toFixed(1)],
    ['card, median', at(0.5)],
    ['card, 99 of 100 within', at(0.99)],
    ['completion of TAGS', list.toFixed(2)],
  ]),
  '',
  `A cable of ${Math.round(text.length / 1000)} KB, ${times.length} words, without the pipe.`,
].join('\n');
console.log(`\nhover and completion\n\n${content}`);
if (process.argv.includes('--write')) writeInto(PAGE, 'npm run bench -- hover', content);
