/**
 * `npm run bench:reading`: how soon the reading view of a cable of 100 KB is there, and how soon it follows a key, in the real VS Code with
 * the packaged extension. `-- --write`: into the page, too.
 *
 * All times are taken in the window itself: from the event of the key to the first frame in which the page of the view shows the change.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grid, PAGE, writeInto } from '../test/bench/page.ts';
import { timesOf } from '../test/bench/times.ts';
import { expect } from '../tools/vscode-host/expect.mjs';
import { installVsix, openBrowser, startServer } from '../tools/vscode-host/host.mjs';
import { Workbench } from '../tools/vscode-host/workbench.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, fail, run } from './lib.mjs';
import { packageExtension } from './package.mjs';

const SIZE = 100_000;
const OPENINGS = 12;
const KEYS = 60;
const ms = (value) => value.toFixed(0);
const summary = (all) => {
  const { median, p95, worst } = timesOf(all);
  return [median, p95, worst].map(ms);
};

/** Runs in every frame: notes when a key went down, and when a frame with a change of the page was drawn. Milliseconds of one clock. */
function watch() {
  const now = () => performance.timeOrigin + performance.now();
  const bench = { key: 0, begun: now(), first: 0, last: 0 };
  window.cableBench = bench;
  if (window === window.top) {
    const note = ({ timeStamp }) => {
      bench.key = performance.timeOrigin + timeStamp;
    };
    addEventListener('keydown', note, true);
    return;
  }
  // What is posted before a frame is drawn arrives behind it.
  const drawn = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      bench.first ||= now();
      bench.last = now();
    };
    port2.postMessage(0);
  };
  // The page is written into a frame of this one, which forgets who looked at it before.
  const known = new WeakSet();
  const look = () => {
    for (const { contentDocument } of document.querySelectorAll('iframe')) {
      const main = contentDocument?.querySelector('nav + main');
      if (!main || known.has(main)) continue;
      known.add(main);
      if (main.firstElementChild) drawn();
      new MutationObserver(() => requestAnimationFrame(drawn)).observe(main, { childList: true, subtree: true });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Milliseconds from a key to the drawing of the page after it: `first`, of a new page, or `last`; and until VS Code had begun the frame in
 * which it is.
 */
async function pressed(page, key, what) {
  await page.keyboard.press(key);
  const down = await page.evaluate(() => window.cableBench.key);
  return expect(
    async () => {
      for (const frame of page.frames()) {
        if (frame === page.mainFrame()) continue;
        const bench = await frame.evaluate(() => window.cableBench).catch(() => null);
        if (bench?.[what] > down) return { drawn: bench[what] - down, begun: bench.begun - down };
      }
      return null;
    },
    'the page',
    30_000,
    10,
  );
}

ensureInstalled();
ensureChromium();
if (run('node', ['scripts/build.mjs']) !== 0) fail('The build failed: see above.');
if (run('node', ['tools/vscode-host/setup.mjs', 'stable']) !== 0) fail('VS Code could not be set up: see above.');
// Its tables are those of the build.
const { generate } = await import('../test/support/generate.ts');
const { text } = generate(41, { layout: 'cablegate', size: SIZE });

const dir = mkdtempSync(join(tmpdir(), 'cable-reading-bench-'));
const folder = join(dir, 'cables');
mkdirSync(folder);
writeFileSync(join(folder, 'large.cable'), text);
let browser;
let server;
try {
  installVsix(await packageExtension(), { dir });
  server = await startServer({ dir, settings: { 'editor.minimap.enabled': false } });
  browser = await openBrowser();
  const openings = [];
  const keys = {
    'letter in the subject': { line: /^SUBJECT:/, times: [] },
    'letter in a paragraph': { line: /^¶?\d+\.\s/, times: [] },
  };
  for (let i = 0; i < OPENINGS; i++) {
    // In a window of its own: in this host, unlike on a desktop, all pages of a window share an origin, and the second waits for a second.
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    // The names that the loader of TypeScript keeps mean nothing in a page.
    await context.addInitScript({ content: `{ const __name = (named) => named; (${watch})(); }` });
    const workbench = await Workbench.open({ newPage: () => context.newPage() }, server, { folder });
    const { page } = workbench;
    await workbench.openFile('large.cable');
    // Parsed, checked and known to the status: from here on the window is quiet.
    await page.locator('.statusbar-item#status\\.languageStatus').waitFor();
    await page.locator('.codelens-decoration').first().waitFor();
    const editor = page.locator('.editor-group-container .view-lines').first();
    await editor.click();
    await page.keyboard.press('Control+Home');
    openings.push(await pressed(page, 'Control+Shift+V', 'first'));
    for (const { line, times } of i === 0 ? Object.values(keys) : []) {
      await editor.locator('.view-line', { hasText: line }).first().click();
      await page.keyboard.press('End');
      for (let k = 0; k < KEYS; k++) times.push((await pressed(page, 'QXZ'[k % 3], 'last')).drawn);
    }
    if (i === 0) await workbench.command('File: Revert File');
    await context.close();
  }
  const rows = [
    ['', 'median', '95 of 100', 'longest'],
    ['open the view, ms', ...summary(openings.map(({ drawn }) => drawn))],
    ['of these, until VS Code begins its frame, ms', ...summary(openings.map(({ begun }) => begun))],
    ...Object.entries(keys).map(([what, { times }]) => [`${what} to the page, ms`, ...summary(times)]),
  ];
  const table = `${grid(rows)}\n\n${(text.length / 1000).toFixed(0)} KB, ${OPENINGS} openings, ${KEYS} keys at each place.`;
  console.log(`\n${table}`);
  if (process.argv.includes('--write')) writeInto(PAGE, 'npm run bench:reading', table);
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
}
process.exit(0);
