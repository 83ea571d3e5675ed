/** `npm run bench:activation`: what the installed extension costs at its start, in the real VS Code. `--write` puts it into docs/performance.md. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ensureChromium } from '../../../scripts/chromium.mjs';
import { root, run } from '../../../scripts/lib.mjs';
import { packageExtension } from '../../../scripts/package.mjs';
import { installVsix, locate, openBrowser, runExtensionTests, startServer } from '../../../tools/vscode-host/host.mjs';
import { Workbench } from '../../../tools/vscode-host/workbench.mjs';
import { grid, numberOf, PAGE, writeInto } from '../page.ts';
import { timesOf } from '../times.ts';

const given = process.argv.slice(2);
const ROUNDS = numberOf(given, '--rounds', 10);
const NAME = 'Diplomatic Cables';
ensureChromium();
for (const version of ['stable', 'newest'])
  if (run('node', ['tools/vscode-host/setup.mjs', version]) !== 0) throw new Error('VS Code could not be set up.');
const tests = join(root, 'dist', 'test', 'activation.js');
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/activation/inside.ts'],
  outfile: tests,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  logLevel: 'warning',
});
const vsix = await packageExtension();
const dir = mkdtempSync(join(tmpdir(), 'cable-activation-'));
const cables = join(dir, 'cables');
const others = join(dir, 'others');
const css = join(dir, 'css');
const measured = {};
try {
  cpSync(join(root, 'samples'), cables, { recursive: true });
  mkdirSync(others);
  mkdirSync(css);
  writeFileSync(join(css, 'page.css'), 'p {\n  color: black;\n}\n'.repeat(100));
  writeFileSync(join(others, 'prose.txt'), 'Notes on cables\n\nTags: history, archives\n');
  for (const version of ['stable', 'newest']) measured[version] = await measure(version);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
const row = (name, goal, kind) => [
  name,
  goal,
  ...Object.values(measured).map((all) => {
    const { median, worst } = timesOf(all[kind]);
    return `${median.toFixed(0)} / ${worst.toFixed(0)}`;
  }),
];
const table = grid([
  ['ms, median / worst', 'goal', ...Object.values(measured).map(({ version }) => `VS Code ${version}`)],
  row('activation, a cable is opened', '100', 'cable'),
  row('activation, a text is opened that is no cable', '', 'text'),
  row('from opening the first cable to its text', '', 'shown'),
  row('from opening the first cable to its first hover card', '300', 'hover'),
  row('of these, from its text to the card', '', 'card'),
  row("the same of VS Code's own CSS: to the text", '', 'cssShown'),
  row("the same of VS Code's own CSS: to the card", '', 'cssHover'),
  row("the same of VS Code's own CSS: from the text to the card", '', 'cssCard'),
]);
console.log(table);
if (given.includes('--write')) writeInto(PAGE, 'npm run bench:activation', table);

async function measure(version) {
  const base = join(dir, version);
  mkdirSync(base);
  installVsix(vsix, { build: version, dir: base });
  const cable = await activations(version, base, cables, '06LUSAKA412.cable');
  const text = await activations(version, base, others, 'prose.txt');
  const extension = join(
    base,
    'extensions',
    readdirSync(join(base, 'extensions')).find((name) => name.includes('cable')),
  );
  const times = { shown: [], hover: [], card: [], cssShown: [], cssHover: [], cssCard: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const own = await opening(version, extension, cables);
    const other = await opening(version, extension, css);
    times.shown.push(own.shown);
    times.hover.push(own.hover);
    times.card.push(own.hover - own.shown);
    times.cssShown.push(other.shown);
    times.cssHover.push(other.hover);
    times.cssCard.push(other.hover - other.shown);
  }
  return { version: versionOf(version), cable, text, ...times };
}

async function opening(version, extension, folder) {
  const result = await runExtensionTests({ build: version, extension, tests, folder });
  if (result.code !== 0 || !result.stats) throw new Error(`no hover card: ${result.code} ${result.output.join('\n')}`);
  return result.stats;
}

/** What VS Code itself tells of the extension's start, each time in a new window: the time to load its code and to call it. */
async function activations(version, base, folder, file) {
  const server = await startServer({ build: version, dir: base });
  const browser = await openBrowser();
  const all = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const workbench = await Workbench.open(browser, server, { folder });
      await workbench.openFile(file);
      // The list has rows for what is in sight only.
      await workbench.page.setViewportSize({ width: 1280, height: 3000 });
      await workbench.command('Developer: Show Running Extensions');
      const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: NAME });
      const told = await row.filter({ hasText: /Activation: \d+ms/ }).innerText();
      all.push(Number(/Activation: (\d+)ms/.exec(told)[1]));
      await workbench.page.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return all;
}

/** VS Code's own number. */
function versionOf(version) {
  return JSON.parse(readFileSync(join(locate(version).root, 'package.json'), 'utf8')).version;
}
