/**
 * `npm run bench -- start`: from the start of a server's process to its answer to `initialize`, and to the outline of a document of
 * 100 KB; and its memory with that document open. Ours, its peers', and the least that Node can do. `--write`: into the page;
 * `--rounds N` (15).
 */
import { spawnSync } from 'node:child_process';
import { grid, numberOf, PAGE, writeInto } from './page';
import { peers } from './peers';
import { BARE, COMMAND, type Contestant, contestants, OURS } from './servers/contestants';
import { documentOf } from './servers/documents';
import { type Memory, memoryOf } from './servers/memory';
import { KINDS, Session } from './servers/session';
import { typing } from './servers/typing';
import { median, pause } from './times';

const given = process.argv.slice(2);
const ROUNDS = numberOf(given, '--rounds', 15);
const SIZE = 100_000;
/** Milliseconds until what a server does on its own after an answer is over. */
const REST = 500;

interface Start {
  /** Milliseconds from the start of the process. */
  readonly ready: number;
  readonly outline: number;
  readonly opened: Memory;
  /** After some hundred keystrokes. */
  readonly typed: Memory;
}
type Value = (of: Start) => number;

async function start(contestant: Contestant): Promise<Start> {
  const session = new Session(contestant);
  try {
    await session.begin();
    const text = documentOf(contestant.language, SIZE);
    session.open(text);
    const { at, result } = await session.ask('outline');
    if (contestant.answers && !(Array.isArray(result) && result.length > 0))
      throw new Error(`${contestant.name}: no outline`);
    await session.ask('diagnostics');
    const memory = async (): Promise<Memory> => {
      await pause(REST);
      return memoryOf(session.wire.id!);
    };
    const opened = await memory();
    for (const kind of KINDS) for (const keystroke of typing(text, 1)) await session.type(keystroke, kind);
    return { ready: session.ready, outline: at - session.wire.started, opened, typed: await memory() };
  } finally {
    await session.end();
  }
}

/** Node that is started and has nothing to do, until it has ended. */
function nothing(): number {
  const before = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - before;
}

const number = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 1 : 0));

async function run(): Promise<void> {
  const [ours, ...others] = contestants(peers());
  const all = [ours!, COMMAND, ...others];
  const starts = new Map<Contestant, Start[]>(all.map((each) => [each, []]));
  const nodes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    nodes.push(nothing());
    for (const [contestant, measured] of starts) measured.push(await start(contestant));
  }
  const of = (contestant: Contestant, value: Value): number => median(starts.get(contestant)!.map(value));
  const rows: readonly [string, Value][] = [
    ['start to `initialize` answered, ms', ({ ready }) => ready],
    ['start to the outline of 100 KB, ms', ({ outline }) => outline],
    ['memory, 100 KB open, MB', ({ opened }) => opened.resident],
    ['its share of that (PSS), MB', ({ opened }) => opened.share],
    ['memory after 192 keystrokes, MB', ({ typed }) => typed.resident],
    ['its share of that (PSS), MB', ({ typed }) => typed.share],
  ];
  const table = grid([
    ['', ...all.map(({ name }) => name)],
    ...rows.map(([what, value]) => [what, ...all.map((contestant) => number(of(contestant, value)))]),
  ]);
  const goal = (what: string, unit: string, value: Value): string => {
    const above = of(OURS, value) - of(BARE, value);
    const verdict = Number.isNaN(above) ? 'not measured' : above <= 60 ? 'met' : 'missed';
    return `* ${what}: at most 60 ${unit} above bare Node's: **${verdict}** (${number(above)} ${unit}).`;
  };
  const content = [
    table,
    '',
    `\`node -e 0\`, start to end: ${number(median(nodes))} ms.`,
    '',
    goal('Start', 'ms', ({ ready }) => ready),
    goal('Memory with 100 KB open', 'MB', ({ opened }) => opened.resident),
    goal('Memory after typing', 'MB', ({ typed }) => typed.resident),
  ].join('\n');
  console.log(`\nmedians of ${ROUNDS} starts\n\n${content}`);
  if (given.includes('--write')) writeInto(PAGE, 'npm run bench -- start', content);
}

void run();
