import { parse } from '../../server/src/syntax/parse';
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

function countBreaks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 10) count++;
  return count;
}

const sizes: [string, number][] = [
  ['2 KB', 2_000],
  ['10 KB', 10_000],
  ['100 KB', 100_000],
  ['1 MB', 1_000_000],
  ['10 MB', 10_000_000],
];
const row = (cells: (string | number)[]) =>
  console.log(cells.map((cell, i) => String(cell)[i ? 'padStart' : 'padEnd'](i ? 12 : 24)).join(''));
row(['text', 'MB/s', 'cables/s', 'line scan x', 'time x10']);
for (const [name, make] of Object.entries({ 'good cables': cable, ...OTHERS })) {
  let before = 0;
  for (const [label, size] of sizes) {
    if (name !== 'good cables' && size < 1_000_000) continue;
    const text = make(size);
    // The same amount of text in each run, so that each pays its share of garbage collection.
    const batch = Math.max(1, Math.floor(10_000_000 / size));
    const time =
      best(() => {
        for (let i = 0; i < batch; i++) parse(text);
      }) / batch;
    const scan = best(() => countBreaks(text), 300);
    const grown = before && size >= 1_000_000 ? `${(time / before).toFixed(1)}` : '';
    row([
      `${name}, ${label}`,
      (text.length / time / 1000).toFixed(0),
      (1000 / time).toFixed(0),
      (time / scan).toFixed(1),
      grown,
    ]);
    before = time;
  }
}
