/**
 * `npm run bench -- parse`: how fast the parser is, beside scans for line breaks in the same process. `--write`: into the page.
 */
import { parse } from '../../server/src/syntax/parse';
import { generate } from '../support/generate';
import { grid, PAGE, writeInto } from './page';
import { cable, OTHERS } from './texts';

/** Best of several runs, in milliseconds: the least disturbed one. */
function best(action: () => void, budget = 1500): number {
  let least = Number.POSITIVE_INFINITY;
  const end = performance.now() + budget;
  for (let runs = 0; runs < 3 || performance.now() < end; runs++) {
    const start = performance.now();
    action();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** The bare scan: a look at every character. */
function countBreaks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 10) count++;
  return count;
}

/** The same by the engine's own search, which looks at many characters at once: nothing that understands them can. */
function findBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

interface Row {
  readonly name: string;
  readonly characters: number;
  readonly texts: number;
  /** Milliseconds for all of it. */
  readonly time: number;
  readonly scan: number;
}

/** As much text in each run as that, so that each pays its share of garbage collection. */
const BATCH = 10_000_000;

function measured(name: string, texts: readonly string[]): Row {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const batch = Math.max(1, Math.floor(BATCH / characters));
  const each = (action: (text: string) => unknown, budget?: number): number =>
    best(() => {
      for (let i = 0; i < batch; i++) for (const text of texts) action(text);
    }, budget) / batch;
  return {
    name,
    characters,
    texts: texts.length,
    time: each(parse),
    scan: each(countBreaks, 300),
  };
}

const CORPUS = 600;
const SIZES: readonly [string, number][] = [
  ['2 KB', 2_000],
  ['10 KB', 10_000],
  ['100 KB', 100_000],
  ['1 MB', 1_000_000],
  ['10 MB', 10_000_000],
];
const corpus = measured(
  `${CORPUS} cables of all layouts`,
  Array.from({ length: CORPUS }, (_, seed) => generate(seed + 1).text),
);
const good = SIZES.map(([label, size]) => measured(`a cable, ${label}`, [cable(size)]));
const others = Object.entries(OTHERS).flatMap(([name, make]) =>
  SIZES.filter(([, size]) => size >= 1_000_000).map(([label, size]) => measured(`${name}, ${label}`, [make(size)])),
);

const speed = ({ characters }: Row, time: number): string => (characters / time / 1000).toFixed(0);
const share = ({ time, scan }: Row): string => (scan / time).toFixed(3);
const table = grid([
  ['', 'MB/s', 'cables/s', 'scan, MB/s', 'of the scan', 'ten times the text: time'],
  ...[corpus, ...good, ...others].map((row, at, all) => {
    const before = all[at - 1];
    const isTenfold = before?.texts === 1 && Math.round(row.characters / before.characters) === 10;
    return [
      row.name,
      speed(row, row.time),
      ((1000 * row.texts) / row.time).toFixed(0),
      speed(row, row.scan),
      share(row),
      isTenfold ? (row.time / before.time).toFixed(1) : '',
    ];
  }),
]);
const goal = (row: Row): string =>
  `* Parser, ${row.name}: at least a third of the speed of the scan: **${row.scan / row.time >= 1 / 3 ? 'met' : 'missed'}** (${share(row)}).`;
const long = cable(BATCH);
const search = best(() => findBreaks(long), 300);
const content = [
  table,
  '',
  `The engine's own search for line breaks, which looks at many characters at once: ${(long.length / search / 1000).toFixed(0)} MB/s.`,
  '',
  goal(corpus),
  goal(good[2]!),
].join('\n');
console.log(`\nthe parser\n\n${content}`);
if (process.argv.includes('--write')) writeInto(PAGE, 'npm run bench -- parse', content);
