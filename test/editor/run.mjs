/**
 * The mocha suite inside the extension host of the lowest VS Code that package.json names, or of the newest: `run.mjs REPORT [newest]`. Through
 * @vscode/test-electron in a desktop VS Code where one can be downloaded and shown, else in the real VS Code server and workbench of
 * tools/vscode-host; with VSCODE_DESKTOP set, only in the former.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { root, run } from '../../scripts/lib.mjs';
import { runExtensionTests } from '../../tools/vscode-host/host.mjs';

const [report, wanted = 'lowest'] = process.argv.slice(2);
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { version, build: host } = {
  lowest: { version: engines.vscode.replace('^', ''), build: 'stable' },
  newest: { version: 'stable', build: 'newest' },
}[wanted];
await build({
  absWorkingDir: root,
  entryPoints: readdirSync(join(root, 'test', 'editor'))
    .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
    .map((name) => `test/editor/${name}`),
  outdir: 'dist/test/editor',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});
const folder = mkdtempSync(join(tmpdir(), 'cable-editor-'));
cpSync(join(root, 'samples'), folder, { recursive: true });
const tests = join(root, 'dist', 'test', 'editor', 'index.js');
let code = 1;
try {
  const desktop = await desktopVsCode();
  if (desktop) {
    let output = '';
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (chunk, ...rest) => {
      output += chunk;
      return write(chunk, ...rest);
    };
    code = await runTests({
      vscodeExecutablePath: desktop,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      launchArgs: [folder],
    }).catch(() => 1);
    process.stdout.write = write;
    save(JSON.parse(/@@tests (\{.*\})/.exec(output)?.[1] ?? 'null'));
  } else if (process.env.VSCODE_DESKTOP) {
    console.error(`There is no desktop VS Code ${version}.`);
  } else {
    ensureChromium();
    if (run('node', ['tools/vscode-host/setup.mjs', host]) !== 0) throw new Error('VS Code could not be set up.');
    const result = await runExtensionTests({ build: host, extension: root, tests, folder, timeout: 600_000 });
    if (typeof result.code !== 'number') console.error(result.code, result.serverLog.slice(-3000));
    code = result.code === 0 ? 0 : 1;
    save(result.stats);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

/** The desktop program, when it can be downloaded soon and there is a screen to show it on. */
async function desktopVsCode() {
  if (process.platform === 'linux' && !process.env.DISPLAY) return null;
  const soon = new Promise((resolve) => setTimeout(resolve, 120_000, null).unref());
  return Promise.race([downloadAndUnzipVSCode({ version }).catch(() => null), soon]);
}

function save(stats) {
  if (!report || !stats) return;
  const { passes: passed, failures: failed, titles } = stats;
  writeFileSync(report, JSON.stringify({ passed, failed, titles }));
}
