/**
 * `npm run fuzz`: texts by chance against what must hold of any text, until the time is over. The same seed and number of inputs give the
 * same texts. What fails is made small and written to `dist/fuzz`; moved to `test/fuzz/regressions` it is tried on every test run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Tally } from './engine/fuzz';
import { hashOf } from './engine/input';
import { watched } from './engine/watch';
import { writeTable } from './report';
import { fuzzServer } from './server/fuzz';
import { TARGETS } from './targets';

const NAMES = [...TARGETS.map(({ name }) => name), 'server'];
const USAGE = `npm run fuzz -- [--target ${NAMES.join('|')}[,…]] [--seed N] [--minutes N | --seconds N] [--inputs N] [--jobs N] [--limit MILLISECONDS] [--write]`;

const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    seconds: { type: 'string' },
    inputs: { type: 'string' },
    jobs: { type: 'string' },
    limit: { type: 'string' },
    write: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const number = (given: string | undefined, otherwise: number): number => {
  const value = given === undefined ? otherwise : Number(given);
  if (value >= 0) return value;
  console.error(USAGE);
  process.exit(2);
};
const wanted = values.target?.split(',') ?? NAMES;
const unknown = wanted.find((name) => !NAMES.includes(name));
if (values.help || unknown !== undefined) {
  console.error(unknown === undefined ? USAGE : `No target ${unknown}.\n${USAGE}`);
  process.exit(values.help ? 0 : 2);
}

const inputs = number(values.inputs, Number.POSITIVE_INFINITY);
const minutes = number(values.minutes, Number.isFinite(inputs) ? 24 * 60 : 5);
const total = number(values.seconds, minutes * 60);
const jobs = Math.max(1, number(values.jobs, 1));
const seed = number(values.seed, 1973);
/** Of one answer about 100 KB: far above what is wanted, for machines that have other things to do. */
const limit = number(values.limit, 1000);
process.env.CABLE_FUZZ_LIMIT = String(limit);
/** The time is for all of them together. */
const plan = { seed, inputs, seconds: (total * jobs) / wanted.length };
const folder = join(__dirname, '..', '..', 'dist', 'fuzz');

const tallies: Tally[] = [];
const left = [...wanted];
const run = async (): Promise<void> => {
  for (let name = left.shift(); name !== undefined; name = left.shift()) {
    const tally = name === 'server' ? await fuzzServer(plan) : await watched(name, plan);
    tallies.push(tally);
    tell(tally);
  }
};
function tell({ target, inputs, kept, functions, failures, slowest, slowestLength, seconds }: Tally): void {
  const reached = functions ? `, ${functions} functions ran, ${kept} texts kept for reaching new code` : '';
  console.log(
    `${target.padEnd(10)} ${inputs} inputs in ${seconds} s${reached}; slowest ${slowest} ms (${slowestLength} characters); ${failures.length} failures`,
  );
  for (const { way, text, detail } of failures) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${target}-${hashOf(way).toString(36)}.${target === 'server' ? 'json' : 'cable'}`);
    writeFileSync(path, text);
    console.log(
      `  ${way}\n    ${path}: ${JSON.stringify(text.slice(0, 500))}\n    ${detail.slice(0, 1500).replaceAll('\n', '\n    ')}`,
    );
  }
}

async function main(): Promise<void> {
  await Promise.all(Array.from({ length: jobs }, run));
  if (values.write) writeTable(tallies, { seed });
  process.exitCode = tallies.some(({ failures }) => failures.length) ? 1 : 0;
}
void main();
