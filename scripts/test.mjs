/**
 * `npm test`: installs, builds, and runs every suite; the last line counts them. `npm test -- unit grammar` runs only those.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root, run } from './lib.mjs';

ensureInstalled();
const asked = process.argv.slice(2);
const wants = (suite) => asked.length === 0 || asked.includes(suite);
const total = { passed: 0, failed: 0 };
/** What failed, told at the end: of a long log often only the end is kept. */
const failures = [];

if (wants('static')) {
  step('biome', run('biome', ['check', '.']));
  step('tsc', run('tsc', ['--noEmit']));
  step('tsc of the page of the graph', run('tsc', ['--noEmit', '-p', 'client/src/webview']));
}
step('build', run('node', ['scripts/build.mjs']));
for (const suite of ['unit', 'grammar', 'protocol', 'cli', 'corpus', 'fuzz', 'regex']) {
  if (wants(suite) && existsSync(join(root, 'test', suite))) mocha(suite);
}
for (const editor of ['neovim', 'emacs']) {
  if (wants(editor)) counted(editor, (report) => run('node', ['test/clients/run.mjs', editor, report]));
}
// The suites of the extension hosts again, in the newest VS Code.
for (const suite of ['editor', 'web'])
  if (wants(`${suite}-newest`))
    counted(`${suite}-newest`, (report) => run('node', [`test/${suite}/run.mjs`, report, 'newest']));
if (wants('package')) mocha('package', 'mjs');
for (const suite of ['editor', 'web', 'ui', 'access']) {
  const script = join(root, 'test', suite, 'run.mjs');
  if (wants(suite) && existsSync(script)) counted(suite, (report) => run('node', [script, report]));
}
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((what) => `  ${what}\n`).join('')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

function step(name, code) {
  if (code === 0) total.passed++;
  else {
    total.failed++;
    failures.push(name);
  }
}

function mocha(suite, kind = 'ts') {
  const files = readdirSync(join(root, 'test', suite), { recursive: true });
  if (!files.some((file) => file.endsWith(`.test.${kind}`))) return;
  const reporter = join(root, 'test', 'support', 'reporter.cjs');
  counted(suite, (report) =>
    run('mocha', ['--reporter', reporter, '--reporter-option', `file=${report}`, `test/${suite}/**/*.test.${kind}`]),
  );
}

/** Runs a suite that writes `{passed, failed, titles}` to a file. No file, no tests or a bad exit code each count as a failure; `skipped` does not. */
function counted(suite, start) {
  console.log(`\n# ${suite}`);
  const folder = mkdtempSync(join(tmpdir(), 'cable-test-'));
  const report = join(folder, 'report.json');
  const code = start(report);
  const stats = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true });
  total.passed += stats.passed;
  total.failed += stats.failed;
  for (const title of stats.titles ?? []) failures.push(`${suite}: ${title}`);
  if (stats.skipped) return;
  if (stats.passed + stats.failed === 0 || (code !== 0 && stats.failed === 0)) {
    total.failed++;
    failures.push(`${suite}: no result`);
  }
}
