/**
 * `npm run profile -- parse|check|keystroke`: where the time goes, by folder, file and function of the source. `--write`: into the page;
 * `--functions N` (20).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grid, numberOf, PAGE, writeInto } from './page';
import { locator, type Profile, type Self, selfTimes, sums } from './profile/shares';
import { OURS } from './servers/contestants';
import { documentOf } from './servers/documents';
import { KINDS, type Kind, Session } from './servers/session';
import { typing } from './servers/typing';

const root = join(__dirname, '..', '..');
const bundles = join(root, 'dist', 'profile');
const given = process.argv.slice(2);
const FUNCTIONS = numberOf(given, '--functions', 20);
const FILES = 12;
const LONGEST = 70;
/** Folders of less are not named. */
const LEAST = 0.005;
/** Files, milliseconds, and passes of typing that make some seconds of work each. */
const [CABLES, PARSING] = [1500, 10_000];
const TYPED = [
  { size: '100 KB', length: 100_000, passes: 10 },
  { size: '1 MB', length: 1_000_000, passes: 3 },
];

/** Runs something under V8's sampler. @param work gets the words that begin the command. */
async function profiled(work: (command: string[]) => Promise<void> | void): Promise<Self[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cable-profile-'));
  try {
    await work([process.execPath, '--cpu-prof', `--cpu-prof-dir=${folder}`]);
    // One for each thread; the largest is that of the work.
    const all = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const [profile] = all.sort((a, b) => b.length - a.length);
    if (!profile) throw new Error('no profile was written');
    return selfTimes(JSON.parse(profile) as Profile, locate);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const locate = locator(
  (url) => {
    const map = url.startsWith('file:') ? `${fileURLToPath(url)}.map` : '';
    return existsSync(map) ? (JSON.parse(readFileSync(map, 'utf8')) as SourceMapPayload) : null;
  },
  (url, source) => resolve(dirname(fileURLToPath(url)), source).replaceAll(sep, '/'),
  `${root.replaceAll(sep, '/')}/`,
);

function call([program, ...args]: string[]): void {
  const { status, stderr } = spawnSync(program!, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  // 1: something was found.
  if (status !== 0 && status !== 1) throw new Error(stderr);
}

const PARTS: Readonly<Record<string, () => Promise<[title: string, selfs: Self[]][]>>> = {
  parse: async () => [
    ['The parser', await profiled((command) => call([...command, join(bundles, 'parse.js'), String(PARSING)]))],
  ],
  check: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cable-bench-'));
    try {
      call([join(root, 'node_modules', '.bin', 'tsx'), join(__dirname, 'corpora.ts'), folder, String(CABLES)]);
      const args = ['check', '--no-config', '--jobs', '1', join(folder, 'cables')];
      const selfs = await profiled((command) => call([...command, join(bundles, 'cable.js'), ...args]));
      return [[`\`cable check --jobs 1\` on ${CABLES.toLocaleString('en-US')} cables`, selfs]];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  keystroke: async () => {
    const all: [string, Self[]][] = [];
    for (const { size, length, passes } of TYPED)
      for (const kind of KINDS)
        all.push([`Letter to ${kind}, ${size}`, await profiled((command) => typeAll(command, kind, length, passes))]);
    return all;
  },
};

async function typeAll(command: string[], kind: Kind, length: number, passes: number): Promise<void> {
  const session = new Session({ ...OURS, command: [...command, join(bundles, 'server.js'), '--stdio'] });
  try {
    await session.begin();
    const text = documentOf('cable', length);
    session.open(text);
    for (const keystroke of typing(text, passes)) await session.type(keystroke, kind);
  } finally {
    await session.end();
  }
}

function tables(title: string, all: readonly Self[]): string {
  // What the bench itself does, to have texts, is not asked for.
  const selfs = all.filter(({ folder }) => !folder.startsWith('test/'));
  const whole = selfs.reduce((sum, { time }) => sum + time, 0);
  const share = (time: number): string => `${((100 * time) / whole).toFixed(1)} %`;
  const folders = sums(selfs, 'folder').filter(([, time]) => time >= LEAST * whole);
  const files = sums(selfs, 'file').slice(0, FILES);
  const functions = selfs.filter(({ name }) => name).slice(0, FUNCTIONS);
  return [
    `${title}: ${(whole / 1e6).toFixed(1)} s of work.`,
    grid([['folder', 'share'], ...folders.map(([name, time]) => [name, share(time)])]),
    grid([['file', 'share'], ...files.map(([name, time]) => [name, share(time)])]),
    grid([
      ['function', 'share'],
      ...functions.map(({ file, name, time }) => [`${file}: \`${short(name)}\``, share(time)]),
    ]),
  ].join('\n\n');
}

/** Patterns are long, and have the signs that end a cell or code. */
const short = (name: string): string =>
  (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name).replaceAll('|', '\\|').replaceAll('`', "'");

async function run(): Promise<void> {
  for (const [part, measure] of Object.entries(PARTS)) {
    if (!given.includes(part)) continue;
    const content = (await measure()).map(([title, selfs]) => tables(title, selfs)).join('\n\n');
    console.log(`\n${content}`);
    if (given.includes('--write')) writeInto(PAGE, `npm run profile -- ${part}`, content);
  }
}

void run();
