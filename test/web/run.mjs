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
import { runExtensionTests } from '../../tools/vscode-host/host.mjs';

const [report, wanted = 'stable'] = process.argv.slice(2);
const entry = 'test/web/index.ts';
const listed = readFileSync(join(root, entry), 'utf8');
for (const name of readdirSync(join(root, 'test', 'editor')))
  if (name.endsWith('.test.ts') && !listed.includes(`'../editor/${name.slice(0, -3)}'`))
    throw new Error(`test/editor/${name} is not in ${entry}.`);
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
const folder = mkdtempSync(join(tmpdir(), 'cable-web-'));
cpSync(join(root, 'samples'), folder, { recursive: true });
let code = 1;
try {
  const tests = join(root, 'dist', 'test', 'web', 'index.js');
  const result = await runExtensionTests({
    build: wanted,
    web: true,
    extension: root,
    tests,
    folder,
    timeout: 600_000,
  });
  if (typeof result.code !== 'number') console.error(result.code);
  code = result.code === 0 ? 0 : 1;
  const { stats } = result;
  if (report && stats) writeFileSync(report, JSON.stringify({ passed: stats.passes, failed: stats.failures }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);
