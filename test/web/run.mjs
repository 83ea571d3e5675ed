/**
 * The mocha suite inside the extension host that a browser has: a web worker, no server, files over HTTP and in memory. `run.mjs REPORT
 * [newest]`: in the newest VS Code in place of the lowest.
 */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { root, run } from '../../scripts/lib.mjs';
import { openBrowser, runExtensionTests } from '../../tools/vscode-host/host.mjs';
import { steps } from '../support/steps.mjs';
import { testBrowserWindow, testFarAwayFolder } from './windows.mjs';

const [report, wanted = 'stable'] = process.argv.slice(2);
const entry = 'test/web/index.ts';
const listed = readFileSync(join(root, entry), 'utf8');
/** Of the extension host of a desktop, and of nothing that a browser has. */
const DESKTOP = ['crash.test.ts'];
for (const name of readdirSync(join(root, 'test', 'editor')))
  if (name.endsWith('.test.ts') && !DESKTOP.includes(name) && !listed.includes(`'../editor/${name.slice(0, -3)}'`))
    throw new Error(`test/editor/${name} is neither in ${entry} nor known to be of a desktop only.`);
/** It is UMD in a package of ES modules: its `module.exports` would replace the bundle's own. */
const mochaBrowser = {
  name: 'mocha-browser',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `var exports, module, define;\n${await readFile(path, 'utf8')}`,
      loader: 'js',
    })),
};
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outdir: 'dist/test/web',
  bundle: true,
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  plugins: [mochaBrowser],
  logLevel: 'warning',
});
ensureChromium();
if (run('node', ['tools/vscode-host/setup.mjs', wanted]) !== 0) throw new Error('VS Code could not be set up.');
const temporary = mkdtempSync(join(tmpdir(), 'cable-web-'));
const samples = () => {
  const folder = mkdtempSync(join(temporary, 'cables-'));
  cpSync(join(root, 'samples'), folder, { recursive: true });
  return folder;
};
const { it, counts, end } = steps('web');
try {
  const tests = join(root, 'dist', 'test', 'web', 'index.js');
  const given = { build: wanted, web: true, extension: root, tests, folder: samples(), timeout: 600_000 };
  const { code, stats } = await runExtensionTests(given);
  if (typeof code !== 'number') console.error(code);
  counts.passed += stats?.passes ?? 0;
  counts.titles.push(...(stats?.titles ?? []));
  counts.failed += stats?.failures || (code === 0 && stats ? 0 : 1);

  const configured = samples();
  writeFileSync(join(configured, '.cablerc.json'), '{ "rules": { "header/dtg-invalid-date": "off" } }');
  const inWindow = (what, workbench, check) => it(what, check, workbench.page);
  const browser = await openBrowser();
  try {
    await testBrowserWindow(browser, configured, wanted, inWindow);
    await testFarAwayFolder(browser, configured, join(temporary, 'far-away'), wanted, inWindow);
  } finally {
    await browser.close();
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
end(report);
