/** The .vsix in the real VS Code, as somebody has it who installed it; and what it costs those who have no cables. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib.mjs';
import { expect } from '../../tools/vscode-host/expect.mjs';
import { openBrowser, startServer } from '../../tools/vscode-host/host.mjs';
import { Workbench } from '../../tools/vscode-host/workbench.mjs';
import { installExtension, manifest, removeFolders } from './packages.mjs';

const WITHOUT = { 'notes.md': '# Notes\n', 'data.json': '{}\n', 'prose.txt': 'Notes on cables\n\nTags: history\n' };

describe('the .vsix, installed into VS Code', function () {
  this.timeout(120_000);
  let installed;
  let server;
  let browser;
  let cables;
  let others;
  before(async function () {
    this.timeout(300_000);
    installed = installExtension();
    const { dir } = installed;
    cables = join(dir, 'cables');
    cpSync(join(root, 'samples'), cables, { recursive: true });
    others = join(dir, 'others');
    mkdirSync(others);
    for (const [name, text] of Object.entries(WITHOUT)) writeFileSync(join(others, name), text);
    server = await startServer({ dir });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  it('does nothing in a folder without cables: not active, and no server for a text that is none', async () => {
    const workbench = await Workbench.open(browser, server, { folder: others });
    await workbench.openFile('notes.md');
    await workbench.openFile('data.json');
    assert.equal(await activation(workbench), undefined);
    // Any text may be a cable: looking at it takes the extension, not its server.
    await workbench.openFile('prose.txt');
    assert.notEqual(await expect(() => activation(workbench), 'the extension to look at a text'), undefined);
    if (process.platform !== 'win32') assert.deepEqual(serversOf(installed.extension), []);
    await workbench.page.close();
  });

  it('opens a cable: language, colours, outline, hover card, finding', async () => {
    const workbench = await Workbench.open(browser, server, { folder: cables });
    await workbench.openFile('06LUSAKA412.cable');
    assert.equal(await workbench.language(), 'Diplomatic cable');
    await (await workbench.outline()).filter({ hasText: 'MRN' }).first().waitFor();
    // It moves the lines below it: from here on they stay.
    await workbench.page.locator('.codelens-decoration').first().waitFor();
    assert.match(await (await workbench.hover('PHUM')).innerText(), /Human Rights/);
    if (process.platform !== 'win32') assert.equal(serversOf(installed.extension).length, 1);
    await workbench.openFile('broken-headers.cable');
    await workbench.squiggles('error').first().waitFor();
    await (await workbench.problems()).filter({ hasText: 'does not exist' }).first().waitFor();
    await workbench.page.close();
  });

  it('has a page with its icon and every picture of the README', async () => {
    const workbench = await Workbench.open(browser, server, { folder: others });
    const { page } = workbench;
    await page.locator('.activitybar .action-label[aria-label^="Extensions"]').click();
    const row = page.locator('.extensions-viewlet .extension-list-item', { hasText: manifest.displayName }).first();
    await row.click();
    const editor = page.locator('.extension-editor');
    await editor.getByText(manifest.displayName).first().waitFor();
    const readme = page.frameLocator('iframe.webview').frameLocator('iframe');
    await readme.getByRole('heading', { name: manifest.displayName }).first().waitFor();
    const loaded = (image) => image.evaluate((node) => node.complete && node.naturalWidth >= 128);
    const all = (images, number) =>
      expect(async () => {
        const each = await images.all();
        return each.length >= number && (await Promise.all(each.map(loaded))).every(Boolean);
      }, `${number} pictures`);
    await all(readme.locator('img'), 5);
    await all(editor.locator('img.extension-icon, .icon-container img'), 1);
    await page.close();
  });
});

/** What VS Code tells of the extension's start among those that run ("Activation: 12ms"); undefined when it does not run. */
async function activation(workbench) {
  const { page } = workbench;
  await workbench.command('Developer: Show Running Extensions');
  const rows = page.locator('.runtime-extensions-editor .monaco-list-row');
  // VS Code's own are there as soon as it knows which run.
  await rows
    .filter({ hasText: /Activation/ })
    .first()
    .waitFor();
  const row = rows.filter({ hasText: manifest.displayName });
  return (await row.count()) ? row.first().innerText() : undefined;
}

/** The language servers that run from a folder. */
function serversOf(extension) {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'args'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(join(extension, 'dist', 'server')));
}
