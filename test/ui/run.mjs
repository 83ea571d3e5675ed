/** What a person sees after installing the package: outline, hover card, problems, colours. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { root, run } from '../../scripts/lib.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { expect } from '../../tools/vscode-host/expect.mjs';
import { installVsix, openBrowser, startServer } from '../../tools/vscode-host/host.mjs';
import { Workbench } from '../../tools/vscode-host/workbench.mjs';
import { steps } from '../support/steps.mjs';
import { testEditing } from './editing.mjs';
import { testLibrary } from './library.mjs';
import { testReading } from './reading.mjs';
import { testReadingPage } from './reading-page.mjs';
import { testRewriting } from './rewriting.mjs';
import { testWriting } from './writing.mjs';

const report = process.argv[2];
ensureChromium();
if (run('node', ['tools/vscode-host/setup.mjs', 'stable']) !== 0) throw new Error('VS Code could not be set up.');
const vsix = await packageExtension();
const dir = mkdtempSync(join(tmpdir(), 'cable-ui-'));
const folder = join(dir, 'cables');
mkdirSync(folder);
cpSync(join(root, 'samples'), folder, { recursive: true });
writeFileSync(
  join(folder, 'unknown.cable'),
  'UNCLAS ROME 000127\n\nE.O. 13526: N/A\nTAGS: EFIS IT\nSUBJECT: NETS\n\n1.  (U) The fishers asked the QZX for new nets.\n',
);
writeFileSync(join(folder, 'base.cablerc.json'), '{\n  "rules": {\n    // here\n  }\n}\n');
let server;
let browser;
let workbench;
const { it, end } = steps('ui', () => workbench?.page);
try {
  installVsix(vsix, { dir });
  server = await startServer({ dir });
  browser = await openBrowser();
  workbench = await Workbench.open(browser, server, { folder });
  await workbench.openFile('06LUSAKA412.cable');
  await it('the status bar names the language', async () =>
    assert.equal(await workbench.language(), 'Diplomatic cable'));
  await it('the text has colours', () =>
    expect(async () => new Set((await workbench.tokens()).map(({ colour }) => colour)).size >= 5, 'five colours'));
  // It moves the lines below it: from here on they stay.
  await workbench.page.locator('.codelens-decoration').first().waitFor();
  await it('a hover card explains a TAGS code', async () =>
    assert.match(await (await workbench.hover('PHUM')).innerText(), /Human Rights/));
  await it('a hover card explains an acronym', async () =>
    assert.match(await (await workbench.hover('SIPDIS')).innerText(), /SIPRNet/));
  await it('references are links, although the cable was opened before the library was read', () =>
    workbench.page.locator('.view-line', { hasText: '05 STATE 201337' }).locator('.detected-link').first().waitFor());
  await it('the outline lists header, sections and paragraphs', async () => {
    const rows = await workbench.outline();
    // Only rows in view are in the page: close the groups above the paragraphs.
    // (By the arrow: a click on the name would also move the editor there, at some later moment.)
    for (const group of ['Archive preamble', 'Header']) {
      await rows.filter({ hasText: group }).first().locator('.monaco-tl-twistie').click();
    }
    await expect(async () => (await rows.allInnerTexts()).some((text) => /^1\. /.test(text.trim())), 'paragraph 1');
    assert.ok((await rows.allInnerTexts()).some((text) => text.includes('Header')));
  });
  await it('the Problems panel shows a finding', async () => {
    await workbench.openFile('broken-headers.cable');
    await workbench.squiggles('error').first().waitFor();
    await (await workbench.problems()).filter({ hasText: 'does not exist' }).first().waitFor();
  });
  await it('the card of a finding leads to the page of its rule', async () => {
    const { page } = workbench;
    const card = await workbench.hover('2213');
    assert.match(await card.innerText(), /The number is 2214/);
    await page.locator('.monaco-hover a', { hasText: 'xref/ssn-serial' }).first().click();
    await page.locator('.tab.active', { hasText: 'ssn-serial.md' }).waitFor();
    await workbench.openFile('broken-headers.cable');
  });
  /** Opens the actions at a word, and takes one. Just after an edit there are none for a moment: ask again. */
  const takeAction = async (line, word, title) => {
    const { page } = workbench;
    await page.locator('.view-line', { hasText: line }).first().getByText(word).click();
    const row = page.locator('.action-widget .monaco-list-row', { hasText: title });
    await expect(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      return row.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      );
    }, `the action ${title}`);
    await expect(async () => {
      if (/\bfocused\b/.test(await row.getAttribute('class'))) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    }, `the action ${title} in focus`);
    await page.keyboard.press('Enter');
  };
  await it('a quick fix mends a finding', async () => {
    await takeAction('#2213', '2213', 'Change to 2214');
    await workbench.page.locator('.view-line', { hasText: '#2214/04' }).waitFor();
  });
  await it('one finding is silenced, and the configuration says so', async () => {
    await takeAction('SIPDS', 'SIPDS', 'Silence header/caption-unknown');
    const config = join(folder, '.cablerc.json');
    await expect(async () => existsSync(config) && /"line": "SIPDS"/.test(readFileSync(config, 'utf8')), 'the entry');
    const problems = await workbench.problems();
    await expect(
      async () => !(await problems.allInnerTexts()).some((text) => text.includes('SIPDS')),
      'no finding on SIPDS',
    );
  });
  await it('a configuration is completed and explained', async () => {
    const { page } = workbench;
    await workbench.openFile('base.cablerc.json');
    await page.locator('.editor-group-container.active .view-line', { hasText: 'here' }).click();
    await page.keyboard.press('Home');
    await page.keyboard.type('"xref/j');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'xref/julian-date' }).waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
  });
  await it('all cables of the workspace are checked', async () => {
    const { page } = workbench;
    await workbench.command('Cable: Check All Cables in the Workspace');
    const toast = page.locator('.notification-toast', { hasText: /Checked \d+ cables: \d+ errors/ });
    await toast.waitFor();
    await toast.hover();
    await toast.locator('.codicon-notifications-clear').click();
    await toast.waitFor({ state: 'hidden' });
  });
  await it('an unknown acronym goes into the glossary, and its card says so', async () => {
    const { page } = workbench;
    await workbench.openFile('unknown.cable');
    await page.locator('.editor-group-container.active .view-line', { hasText: 'QZX' }).getByText('QZX').click();
    const asked = page.locator('.quick-input-widget', { hasText: 'Add QZX to the glossary' });
    await expect(async () => {
      if (await asked.isVisible()) return true;
      // The only action is taken at once, or shown in a list of one.
      if (await page.locator('.action-widget').isVisible()) await page.keyboard.press('Enter');
      else await page.keyboard.press('Control+.');
      return asked.isVisible();
    }, 'the question for a meaning');
    await page.locator('.quick-input-widget input.input').first().fill('Quay Zone Exchange');
    await page.keyboard.press('Enter');
    await expect(async () => existsSync(join(folder, 'cable-glossary.json')), 'the glossary');
    await expect(
      async () => /Quay Zone Exchange/.test(await (await workbench.hover('QZX')).innerText()),
      'the meaning on the card',
    );
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'cable-glossary.json'), 'utf8')), {
      QZX: 'Quay Zone Exchange',
    });
  });
  await testReadingPage({ it, browser });
  await testLibrary({ it, workbench, folder });
  await testWriting({ it, workbench, folder });
  await testEditing({ it, workbench, folder });
  await testRewriting({ it, workbench, folder });
  await testReading({ it, workbench, folder });
  await it('nothing complains', async () =>
    assert.equal(await workbench.page.locator('.notification-toast').count(), 0));
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
}
end(report);
