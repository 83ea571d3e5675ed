/**
 * `npm run bench -- keystroke`: from a letter to the outline and to the diagnostics of the text with it, over standard streams, ours
 * beside its peers. `--write`: into the page; `--rounds N` (5), `--between MILLISECONDS` (10),
 * `--size 100|1000`: only that many KB.
 */
import { numberOf, PAGE, writeInto } from './page';
import { peers } from './peers';
import { BARE, type Contestant, contestants, OURS, RUMDL } from './servers/contestants';
import { documentOf } from './servers/documents';
import { type Goal, keystrokeTable, type Series } from './servers/keystroke-report';
import { KINDS } from './servers/session';
import { typeThrough } from './servers/type-through';
import { timesOf } from './times';

const given = process.argv.slice(2);
const ROUNDS = numberOf(given, '--rounds', 5);
const BETWEEN = numberOf(given, '--between', 10);
const SIZES = [
  { size: '100 KB', length: 100_000 },
  { size: '1 MB', length: 1_000_000 },
].filter(({ length }) => length === 1000 * numberOf(given, '--size', length / 1000));
/** 288 keystrokes of each kind, after 192 others. */
const [PASSES, WARM_UP] = [3, 2];
const BUDGET = 20_000;
const GOALS: readonly Goal[] = [
  { size: '100 KB', peer: RUMDL, median: 1, p95: 2 },
  { size: '1 MB', peer: null, median: 3, p95: null },
];
/** Milliseconds; who takes longer is measured in the first round only. */
const SLOW = 50;

async function run(): Promise<void> {
  const all = contestants(peers());
  const series: Series[] = [];
  for (const { size, length } of SIZES) {
    const slow = new Set<Contestant>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const contestant of all) {
        if (slow.has(contestant)) continue;
        const plan = { warmUp: WARM_UP, passes: PASSES, between: BETWEEN, budget: BUDGET };
        const text = documentOf(contestant.language, length);
        const { times, compared, wrong } = await typeThrough(contestant, { ...plan, text });
        if (wrong.length > 0) {
          const what = `${contestant.name}, ${size}: ${wrong.length} of ${compared} answers are wrong (${wrong[0]})`;
          if (contestant === OURS) throw new Error(what);
          console.error(what);
        }
        for (const kind of KINDS) {
          const { count, median, p95 } = timesOf(times[kind]);
          series.push({ name: contestant.name, size, kind, count, median, p95 });
          console.error(`${size}, round ${round + 1}, ${contestant.name}, ${kind}: ${median.toFixed(2)} (${count})`);
          if (median > SLOW) slow.add(contestant);
        }
      }
    }
  }
  const table = keystrokeTable(
    series,
    SIZES.map(({ size }) => size),
    all.map(({ name }) => name),
    BARE.name,
    GOALS.filter((goal) => SIZES.some(({ size }) => size === goal.size)),
  );
  console.log(`\nfrom a letter to the answer, ms (median / 95 of 100 within)\n\n${table}`);
  if (given.includes('--write')) writeInto(PAGE, 'npm run bench -- keystroke', table);
}

void run();
