/** Our own pages in the real VS Code, as people use them who see colours otherwise, have no mouse, or hear what is on the screen. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { root, run } from '../../scripts/lib.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { expect } from '../../tools/vscode-host/expect.mjs';
import { installVsix, openBrowser, startServer } from '../../tools/vscode-host/host.mjs';
import { Workbench } from '../../tools/vscode-host/workbench.mjs';
import { steps } from '../support/steps.mjs';
import { violations } from './axe.mjs';
import { testGerman } from './german.mjs';

const THEMES = [
  ['Light Modern', 'vscode-light'],
  ['Dark Modern', 'vscode-dark'],
  ['Dark High Contrast', 'vscode-high-contrast'],
  ['Light High Contrast', 'vscode-high-contrast-light'],
];
const FILE = '06LUSAKA412.cable';

const report = process.argv[2];
ensureChromium();
if (run('node', ['tools/vscode-host/setup.mjs', 'stable']) !== 0) throw new Error('VS Code could not be set up.');
const dir = mkdtempSync(join(tmpdir(), 'cable-access-'));
const folder = join(dir, 'cables');
cpSync(join(root, 'samples'), folder, { recursive: true });
const pictures = join(root, 'dist', 'test');
mkdirSync(pictures, { recursive: true });
const { it, end } = steps('access');
/** The frame of our page: the inner one of those that VS Code makes for it. */
const frameOf = (page, selector) =>
  expect(async () => {
    for (const frame of page.frames()) {
      // One that is just going away has nothing.
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (count > 0) return frame;
    }
    return null;
  }, `a page with ${selector}`);
let server;
let browser;
try {
  const vsix = await packageExtension();
  installVsix(vsix, { dir });
  server = await startServer({ dir, settings: { 'editor.minimap.enabled': false } });
  browser = await openBrowser();
  const workbench = await Workbench.open(browser, server, { folder });
  const { page } = workbench;
  /** Another theme, chosen from the list of them. */
  async function useTheme(name) {
    await workbench.command('Preferences: Color Theme');
    const input = page.locator('.quick-input-widget input.input').first();
    await input.fill(name);
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    await row.click();
    await row.waitFor({ state: 'hidden' });
  }
  const frameWith = (selector) => frameOf(page, selector);

  /** Each theme, one after the other: what axe finds, and what one looks at afterwards. */
  async function inAllThemes(name, frame, ready, allowed) {
    for (const [theme, kind] of THEMES)
      await it(`${name}: nothing is wrong in ${theme}`, async () => {
        await useTheme(theme);
        await frame.locator(`body.${kind}`).waitFor();
        await ready();
        await page.screenshot({ path: join(pictures, `access-${name.replaceAll(' ', '-')}-${kind}.png`) });
        assert.deepEqual(await violations(frame, allowed), []);
      });
  }

  /** Where the Tab key leads, one step after the other: role and name of what has the focus, and whether one sees it. */
  async function tabs(frame, steps) {
    const found = [];
    for (let i = 0; i < steps; i++) {
      await page.keyboard.press('Tab');
      found.push(
        await frame.evaluate(() => {
          const element = document.activeElement;
          const shape = element?.querySelector('.box') ?? element;
          const { outlineStyle, outlineWidth, strokeWidth } = getComputedStyle(shape);
          const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
          return {
            name: element.getAttribute('aria-label') ?? element.textContent.trim(),
            tag: element.tagName.toLowerCase(),
            isSeen: isOutlined || Number.parseFloat(strokeWidth) >= 3,
          };
        }),
      );
    }
    return found;
  }

  await workbench.openFile(FILE);
  await page.locator('.codelens-decoration a', { hasText: /cited by \d+ cables/ }).waitFor();
  await workbench.command('View: Toggle Primary Side Bar Visibility');

  await workbench.command('Cable: Open Reading View');
  const reading = await frameWith('main article');
  await inAllThemes('reading view', reading, () => reading.locator('article .paragraph').nth(3).waitFor());
  await it('reading view: Tab goes through its tools and then the text, and one sees where it is', async () => {
    await reading.locator('body').evaluate((body) => body.ownerDocument.defaultView.focus());
    const steps = await tabs(reading, 5);
    assert.deepEqual(
      steps.slice(0, 3).map(({ name }) => name),
      ['A−, Smaller text', 'A+, Larger text', 'Print…'],
    );
    assert.ok(steps.slice(3).every(({ tag }) => ['a', 'summary'].includes(tag)));
    assert.ok(
      steps.every(({ isSeen }) => isSeen),
      JSON.stringify(steps),
    );
  });
  await it('reading view: has one main part, in the language of the cable, and headings in their order', async () => {
    assert.equal(await reading.locator('main').count(), 1);
    assert.equal(await reading.locator('main').getAttribute('lang'), 'en');
    const levels = await reading
      .locator('h1, h2, h3')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    assert.equal(levels[0], 1);
    assert.ok(
      levels.every((level, i) => i === 0 || level <= levels[i - 1] + 1),
      String(levels),
    );
  });
  await it('reading view: levels and marks are words, not only colours', async () => {
    const marks = await reading.locator('.level, .mark').allInnerTexts();
    assert.ok(marks.length > 5);
    for (const mark of marks) assert.match(mark, /^(?:\([A-Z/]+\)|[A-Z ]+)$/);
  });

  await page.locator('.editor-group-container .view-lines .view-line').first().click();
  await workbench.command('Cable: Show Reference Graph');
  const graph = await frameWith('.node.centre');
  // A subject that is cut in its box is said in full.
  const allowed = { 'label-content-name-mismatch': '.node' };
  await inAllThemes('graph', graph, () => graph.locator('.node.missing').first().waitFor(), allowed);
  await it('graph: Tab goes through its tools to one cable, and one sees where it is', async () => {
    await graph.locator('#depth').focus();
    const steps = [{ name: 'Depth', tag: 'select', isSeen: true }, ...(await tabs(graph, 6))];
    assert.deepEqual(
      steps.map(({ tag }) => tag),
      ['select', 'input', 'button', 'button', 'button', 'button', 'g'],
    );
    assert.match(steps.at(-1).name, /06 LUSAKA 412, in the middle/);
    assert.ok(
      steps.every(({ isSeen }) => isSeen),
      JSON.stringify(steps),
    );
  });
  await it('graph: what is not here is told by words and by its line, not only by a colour', async () => {
    const missing = graph.locator('.node.missing').first();
    assert.match(await missing.getAttribute('aria-label'), /not in the library/);
    assert.match(await missing.innerHTML(), /\(not here\)/);
    assert.notEqual(await missing.locator('.box').evaluate((box) => getComputedStyle(box).strokeDasharray), 'none');
  });

  await it('lists: each cable says what it is, whatever it looks like', async () => {
    await workbench.command('Cable: Show Citations');
    const rows = page.locator('.pane:has(.pane-header[aria-label^="Citations"]) .monaco-list-row');
    await rows.nth(2).waitFor();
    const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')));
    assert.match(labels[0], /^Cited by \d+ cables/);
    assert.ok(
      labels.some((label) => /^\d{2} [A-Z ]+ \d+, .*\d{4}/.test(label)),
      labels.join('\n'),
    );
  });
  await it('lists: keys copy the number of a cable, and open it to the side', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const pane = page.locator('.pane:has(.pane-header[aria-label^="Citations"])');
    await pane.locator('.monaco-list-row', { hasText: '06 GENEVA 904' }).first().click();
    const tab = page.locator('.tab', { hasText: '06GENEVA904' });
    await tab.first().waitFor();
    const focusList = () => pane.locator('.monaco-list').first().focus();
    await expect(async () => {
      await focusList();
      await page.keyboard.press('Control+c');
      return (await page.evaluate(() => navigator.clipboard.readText())) === '06GENEVA904';
    }, 'the number');
    const before = await tab.count();
    await focusList();
    await page.keyboard.press('Control+Enter');
    await expect(async () => (await tab.count()) > before, 'the cable to the side');
  });
  await page.close();

  const other = mkdtempSync(join(dir, 'german-'));
  installVsix(vsix, { dir: other });
  await testGerman({
    it,
    browser,
    dir: other,
    folder,
    file: FILE,
    frameOf,
    picture: join(pictures, 'access-german.png'),
  });
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
}
end(report);
