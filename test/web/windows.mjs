/** What a person sees: in a browser without a server, and on a desktop in folders that lie on no disk. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib.mjs';
import { expect } from '../../tools/vscode-host/expect.mjs';
import { startServer, startWebServer } from '../../tools/vscode-host/host.mjs';
import { Workbench } from '../../tools/vscode-host/workbench.mjs';

const row = (page, view, text) =>
  page
    .locator(`.pane:has(.pane-header[aria-label^="${view} "])`)
    .locator('.monaco-list-row', { hasText: text })
    .first();
const pageWithin = (page) => page.frameLocator('iframe.webview').last().frameLocator('iframe');

async function library({ page }) {
  await page.locator('.codelens-decoration a', { hasText: 'cited by 5 cables' }).waitFor();
  await page.locator('.activitybar .action-label[aria-label="Cables"]').click();
  await row(page, 'Cables', 'LUSAKA').click();
  await row(page, 'Cables', '06 LUSAKA 733').waitFor();
  await row(page, 'Citations', '07 LUSAKA 95').waitFor();
}

/** What others know of the word may be shown before the card is there. */
async function card(workbench, word, says) {
  await workbench.hover(word);
  await workbench.page.locator('.monaco-hover', { hasText: says }).waitFor();
}

async function configuration(workbench, file) {
  await workbench.openFile(file);
  await workbench.squiggles('error').first().waitFor();
  const findings = await (await workbench.problems()).allInnerTexts();
  assert.ok(
    findings.some((text) => text.includes('header/julian-day-invalid')),
    findings.join('\n'),
  );
  assert.ok(!findings.some((text) => text.includes('header/dtg-invalid-date')), findings.join('\n'));
}

/** @param folder local, served over HTTP */
export async function testBrowserWindow(browser, folder, build, it) {
  const server = await startWebServer({ build, extension: root, folder });
  try {
    const workbench = await Workbench.open(browser, server, { url: server.url() });
    const { page } = workbench;
    await workbench.openFile('06LUSAKA412.cable');
    await it('a browser: outline, colours, hover card', workbench, async () => {
      await (await workbench.outline()).filter({ hasText: 'Archive preamble' }).first().waitFor();
      await expect(
        async () => new Set((await workbench.tokens()).map(({ colour }) => colour)).size >= 5,
        'five colours',
      );
      await page.locator('.codelens-decoration').first().waitFor();
      await card(workbench, 'PHUM', 'Human Rights');
    });
    await it(
      'a browser: findings go by the configuration; the page of a rule opens in the editor',
      workbench,
      async () => {
        await configuration(workbench, 'broken-headers.cable');
        await page.locator('.markers-panel a', { hasText: 'header/julian-day-invalid' }).first().click();
        await page.locator('.tab.active', { hasText: 'julian-day-invalid.md' }).waitFor();
        await page.locator('.view-line', { hasText: '# header/julian-day-invalid' }).waitFor();
        await workbench.command('View: Toggle Problems');
      },
    );
    await workbench.openFile('06LUSAKA412.cable');
    await it('a browser: the library', workbench, () => library(workbench));
    await it('a browser: the reading view', workbench, async () => {
      await workbench.command('Cable: Open Reading View');
      await pageWithin(page).getByRole('heading', { name: 'ORGANIZE AGAINST TRAFFICKING' }).waitFor();
    });
    await it('a browser: the graph of references', workbench, async () => {
      await page.locator('.view-lines').first().click();
      await workbench.command('Cable: Show Reference Graph');
      await pageWithin(page).locator('.node.missing').waitFor();
    });
    await page.close();
  } finally {
    await server.stop();
  }
}

/** @param dir where VS Code keeps what is its own */
export async function testFarAwayFolder(browser, folder, dir, build, it) {
  const extension = join(dir, 'extensions', 'cable-tests.far-away-0.0.1');
  mkdirSync(extension, { recursive: true });
  cpSync(join(root, 'test', 'web', 'far-away'), extension, { recursive: true });
  const workspace = join(dir, 'far-away.code-workspace');
  const uri = `far-away://server${pathToFileURL(folder).pathname}`;
  writeFileSync(workspace, JSON.stringify({ folders: [{ uri }] }));
  const server = await startServer({ build, dir, testing: true });
  try {
    const payload = [['extensionDevelopmentPath', server.uri(root)]];
    const workbench = await Workbench.open(browser, server, { url: server.url({ workspace, payload }) });
    await it('folders far away: findings go by the configuration', workbench, async () => {
      await configuration(workbench, 'broken-headers.cable');
      await workbench.command('View: Toggle Problems');
    });
    await workbench.openFile('06LUSAKA412.cable');
    await it('folders far away: the library', workbench, () => library(workbench));
    await it('folders far away: a card tells of another cable, which was read for it', workbench, () =>
      card(workbench, '201337', 'two courses of five days'),
    );
    await workbench.page.close();
  } finally {
    await server.stop();
  }
}
