/** Another language: the editor's, with what the extension brings for it. Its own words the editor has from a language pack, which is empty here. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../../tools/vscode-host/expect.mjs';
import { startServer } from '../../tools/vscode-host/host.mjs';
import { Workbench } from '../../tools/vscode-host/workbench.mjs';

/** @param dir the folder of a host in which the extension is installed */
export async function testGerman({ it, browser, dir, folder, file, frameOf, picture }) {
  const userData = join(dir, 'user-data');
  const words = join(dir, 'main.i18n.json');
  const extension = { extensionIdentifier: { id: 'invented.german' }, version: '1.0.0' };
  const pack = { hash: '1', label: 'Deutsch', extensions: [extension], translations: { vscode: words } };
  mkdirSync(userData, { recursive: true });
  writeFileSync(words, JSON.stringify({ version: '1.0.0', contents: {} }));
  writeFileSync(join(userData, 'languagepacks.json'), JSON.stringify({ de: pack }));
  const server = await startServer({ dir, args: ['--locale', 'de'] });
  try {
    const workbench = await Workbench.open(browser, server, { folder });
    const { page } = workbench;
    await workbench.openFile(file);
    await it('German: what the server says above a cable', () =>
      page.locator('.codelens-decoration a', { hasText: /^von \d+ Depeschen zitiert, zitiert \d+/ }).waitFor());
    await it('German: the titles of commands, and the page that one opens', async () => {
      await workbench.command('Depesche: Leseansicht öffnen');
      const reading = await frameOf(page, 'main article');
      assert.equal(await reading.locator('html').getAttribute('lang'), 'de');
      assert.equal(await reading.locator('#print').innerText(), 'Drucken …');
      assert.match(await reading.locator('#larger').getAttribute('aria-label'), /Größere Schrift/);
    });
    await it('German: the page of the graph, whose words come with it', async () => {
      await page.locator('.editor-group-container .view-lines .view-line').first().click();
      await workbench.command('Depesche: Bezugsgraphen anzeigen');
      const graph = await frameOf(page, '.node.centre');
      await graph.locator('#status', { hasText: /^\d+ Depeschen, \d+ Zitate\.$/ }).waitFor();
      await graph.locator('.node.missing', { hasText: '(nicht hier)' }).first().waitFor();
      assert.equal(await graph.locator('button').last().innerText(), 'Als SVG speichern …');
    });
    await it('German: the list of cables', async () => {
      await page.locator('.activitybar .action-label[aria-label="Depeschen"]').click();
      const rows = page.locator('.pane:has(.pane-header[aria-label^="Zitate"]) .monaco-list-row');
      await expect(async () => /^Zitiert von/.test((await rows.allInnerTexts())[0] ?? ''), 'a row in German');
      await page.screenshot({ path: picture });
    });
  } finally {
    await server.stop();
  }
}
