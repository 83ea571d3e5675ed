/** Whole commands, cold: `cable check` beside linters of Markdown on as much text. Medians of several runs, in turn. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const COUNT = 5000;
const RUNS = 5;
const folder = mkdtempSync(join(tmpdir(), 'cable-bench-'));

/** The peers are no part of the project: they are fetched when they are measured, into a folder of their own. */
const peers = join(root, 'dist', 'bench-peers');
const RUMDL = '0.2.75';
function installPeers() {
  mkdirSync(peers, { recursive: true });
  writeFileSync(join(peers, 'package.json'), '{ "private": true }');
  const names = [`@rumdl/cli-${process.platform}-${process.arch}@${RUMDL}`, 'markdownlint-cli2@0.17.2'];
  for (const name of names)
    spawnSync('npm', ['install', '--no-audit', '--no-fund', name], { cwd: peers, shell: process.platform === 'win32' });
}

/** The native program itself, without the Node that a wrapper would start first; null on a platform that has none. */
function rumdl() {
  const program = process.platform === 'win32' ? 'rumdl.exe' : 'rumdl';
  const path = join(peers, 'node_modules', '@rumdl', `cli-${process.platform}-${process.arch}`, program);
  return existsSync(path) ? path : null;
}
installPeers();

try {
  const made = spawnSync(
    join(root, 'node_modules', '.bin', 'tsx'),
    [join(root, 'test', 'bench', 'corpora.ts'), folder, String(COUNT)],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const bytes = JSON.parse(made.stdout);
  const mb = (n) => `${(n / 1e6).toFixed(1)} MB`;
  console.log(`${COUNT} files: cables ${mb(bytes.cables)}, Markdown ${mb(bytes.markdown)}; ${RUNS} runs each`);
  const cable = join(root, 'dist', 'cable.js');
  const native = rumdl();
  const calls = [
    ['cable check', process.execPath, [cable, 'check', '--no-config', join(folder, 'cables')]],
    ['cable check --jobs 1', process.execPath, [cable, 'check', '--no-config', '--jobs', '1', join(folder, 'cables')]],
    ...(native
      ? [['rumdl check --no-cache', native, ['check', '--no-cache', '--no-config', join(folder, 'markdown')]]]
      : []),
  ];
  const once = [
    [
      'markdownlint-cli2',
      process.execPath,
      [
        join(peers, 'node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs'),
        `${join(folder, 'markdown')}/**/*.md`,
      ],
    ],
  ];
  const times = new Map();
  const findings = new Map();
  const run = ([name, program, args]) => {
    const start = performance.now();
    const { error, stdout, stderr, status } = spawnSync(program, args, {
      maxBuffer: 1 << 30,
      encoding: 'utf8',
      cwd: folder,
    });
    if (error) throw error;
    if (status !== 0 && status !== 1) throw new Error(`${name}: ${stderr.slice(0, 500)}`);
    times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
    findings.set(
      name,
      stdout.split('\n').filter((line) => /:\d+(?::\d+)?:? /.test(line)).length +
        stderr.split('\n').filter((line) => /:\d+(?::\d+)? /.test(line)).length,
    );
  };
  for (let i = 0; i < RUNS; i++) calls.forEach(run);
  once.forEach(run);
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const own = median(times.get('cable check'));
  for (const [name, list] of times)
    console.log(
      `${name.padEnd(28)}${(median(list) / 1000).toFixed(2).padStart(7)} s  ${(median(list) / own).toFixed(2).padStart(6)} of ours  ${String(findings.get(name)).padStart(7)} findings`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
