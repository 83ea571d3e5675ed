/**
 * Writes into docs/reliability.md how many regular expressions were read and how many faults, attacks and ranges were tried:
 * `npm run reliability` runs those tests and counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root } from './lib.mjs';

const ROWS = [
  ['Regular expressions read by `recheck`', ['test/regex/regex.test.ts'], 'expressions'],
  ['Faults of files and disks, in the command', ['test/cli/faults.test.ts', 'test/cli/cache.test.ts'], 'tests'],
  ['Faults of files and disks, two windows, in the server', ['test/protocol/faults.test.ts'], 'tests'],
  [
    'Attacks by content, names and configurations',
    ['test/unit/security/*.test.ts', 'test/cli/security.test.ts'],
    'tests',
  ],
  ['Ranges against another count of lines', ['test/unit/features/ranges.property.test.ts'], 'ranges'],
];
const [BEGIN, END] = ['<!-- npm run reliability -->', '<!-- end of npm run reliability -->'];
const folder = mkdtempSync(join(tmpdir(), 'cable-reliability-'));
const reporter = join(root, 'test', 'support', 'reporter.cjs');
try {
  const rows = ROWS.map(([what, files, unit], at) => {
    const [report, count] = [join(folder, `${at}.json`), join(folder, `${at}-count.json`)];
    const mocha = join(root, 'node_modules', '.bin', 'mocha');
    const args = ['--reporter', reporter, '--reporter-option', `file=${report}`, ...files];
    const { status } = spawnSync(mocha, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, COUNT_FILE: count },
    });
    const { passed, failed } = JSON.parse(readFileSync(report, 'utf8'));
    if (status !== 0 || failed > 0) fail(`${what}: ${failed} failed`);
    const found = unit === 'tests' ? passed : JSON.parse(readFileSync(count, 'utf8')).count;
    return `| ${what} | ${found.toLocaleString('en-US')} ${unit} |`;
  });
  const path = join(root, 'docs', 'reliability.md');
  const text = readFileSync(path, 'utf8');
  const table = [BEGIN, '| what | tried, and survived |', '| --- | ---: |', ...rows, END].join('\n');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) fail(`docs/reliability.md has no ${BEGIN} … ${END}`);
  writeFileSync(path, text.slice(0, from) + table + text.slice(to + END.length));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
