/**
 * `npm run bench -- check`: whole commands, cold: `cable check` beside linters of Markdown on as much text. Medians of several runs, in
 * turn. `--write`: into the page; `--rounds N` (7).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './environment';
import { grid, numberOf, PAGE, writeInto } from './page';
import { peers } from './peers';
import { timesOf } from './times';

const root = join(__dirname, '..', '..');
const COUNT = 5000;
/** The goal. */
const SECONDS = 1.5;
const given = process.argv.slice(2);
const ROUNDS = numberOf(given, '--rounds', 7);

interface Call {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** It takes so long that once must do. */
  readonly once?: boolean;
}

interface Run {
  readonly seconds: number;
  readonly findings: number;
}

function callsFor(folder: string): Call[] {
  const { rumdl, markdownlint } = peers();
  const check = [join(root, 'dist', 'cable.js'), 'check', '--no-config'];
  const [cables, pages] = [join(folder, 'cables'), join(folder, 'markdown')];
  return [
    { name: 'cable check', program: process.execPath, args: [...check, cables] },
    ...(rumdl ? [{ name: 'rumdl check', program: rumdl, args: ['check', '--no-cache', '--no-config', pages] }] : []),
    { name: 'cable check --jobs 1', program: process.execPath, args: [...check, '--jobs', '1', cables] },
    { name: 'bare Node, files read', program: process.execPath, args: [join(__dirname, 'read-all.cjs'), cables] },
    ...(markdownlint
      ? [{ name: 'markdownlint-cli2', program: process.execPath, args: [markdownlint, `${pages}/**/*.md`], once: true }]
      : []),
  ];
}

function timedRun({ name, program, args }: Call, folder: string): Run {
  const before = performance.now();
  const { error, stdout, stderr, status } = spawnSync(program, args, {
    maxBuffer: 1 << 30,
    encoding: 'utf8',
    cwd: folder,
  });
  const seconds = (performance.now() - before) / 1000;
  if (error) throw error;
  // 1: something was found.
  if (status !== 0 && status !== 1) throw new Error(`${name}: ${stderr.slice(0, 500)}`);
  const found = `${stdout}\n${stderr}`.split('\n').filter((line) => /:\d+(?::\d+)?:? /.test(line));
  return { seconds, findings: found.length };
}

/** Writes the texts in a process of its own; how many megabytes they have. */
function writeTexts(folder: string): { readonly cables: number; readonly markdown: number } {
  const made = spawnSync(
    join(root, 'node_modules', '.bin', 'tsx'),
    [join(__dirname, 'corpora.ts'), folder, String(COUNT)],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const bytes = JSON.parse(made.stdout) as { cables: number; markdown: number };
  return { cables: bytes.cables / 1e6, markdown: bytes.markdown / 1e6 };
}

function run(folder: string): void {
  const { cables, markdown } = writeTexts(folder);
  const runs = new Map<Call, Run[]>(callsFor(folder).map((call) => [call, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [call, measured] of runs) if (!call.once || round === 0) measured.push(timedRun(call, folder));
  const timesFor = (measured: readonly Run[]) => timesOf(measured.map(({ seconds }) => seconds));
  const of = (name: string): number | null => {
    const call = [...runs.keys()].find((each) => each.name === name);
    return call ? timesFor(runs.get(call)!).median : null;
  };
  const own = of('cable check')!;
  const rows = [...runs].map(([{ name, args, once }, measured]) => {
    const { median, worst } = timesFor(measured);
    const total = args.some((arg) => arg.startsWith(join(folder, 'cables'))) ? cables : markdown;
    return [
      name,
      median.toFixed(2),
      once ? '–' : worst.toFixed(2),
      (own / median).toFixed(2),
      (total / median).toFixed(0),
      String(measured[0]!.findings),
    ];
  });
  const native = of('rumdl check');
  const verdict =
    native === null
      ? 'not compared, for want of rumdl'
      : `**${own <= native ? 'met' : 'missed'}** (${(own / native).toFixed(2)} of it)`;
  const content = [
    grid([['', 'median, s', 'slowest, s', 'ours, of theirs', 'MB/s', 'findings'], ...rows]),
    '',
    `${COUNT.toLocaleString('en-US')} files: cables ${cables.toFixed(1)} MB, Markdown ${markdown.toFixed(1)} MB.`,
    '',
    `* \`cable check\`: at most rumdl's time: ${verdict}.`,
    `* \`cable check\`: within ${SECONDS} s: **${own <= SECONDS ? 'met' : 'missed'}** (${own.toFixed(2)} s).`,
  ].join('\n');
  console.log(`\nwhole commands, ${ROUNDS} times each, in turn\n\n${content}`);
  if (given.includes('--write')) writeInto(PAGE, 'npm run bench -- check', content);
}

const folder = mkdtempSync(join(tmpdir(), 'cable-bench-'));
try {
  run(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
