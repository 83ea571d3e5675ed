/** `npm run screenshots`: the pictures of the README, taken in the real VS Code in light, dark and high contrast. `-- NAME…`: only these. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installVsix, openBrowser, startServer } from '../tools/vscode-host/host.mjs';
import { Workbench } from '../tools/vscode-host/workbench.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, fail, root, run } from './lib.mjs';
import { packageExtension } from './package.mjs';

ensureInstalled();
ensureChromium();
if (run('node', ['scripts/build.mjs']) !== 0) fail('The build failed: see above.');
if (run('node', ['tools/vscode-host/setup.mjs', 'stable']) !== 0) fail('VS Code could not be set up: see above.');
const vsix = packageExtension();
const shots = [
  { picture: 'light', theme: 'Default Light Modern', file: '06LUSAKA412.cable' },
  { picture: 'dark', theme: 'Default Dark Modern', file: '06LUSAKA412.cable' },
  { picture: 'high-contrast', theme: 'Default High Contrast', file: '06LUSAKA412.cable' },
  { picture: 'hover', theme: 'Default Dark Modern', file: '06LUSAKA412.cable', hover: 'GRZ' },
  { picture: 'hover-header', theme: 'Default Light Modern', file: '06LUSAKA412.cable', hover: 'RUEHLS' },
  {
    picture: 'glossary',
    theme: 'Default Light Modern',
    file: '06LUSAKA412.cable',
    command: 'Cable: Glossary of This Cable',
  },
  { picture: 'completion', theme: 'Default Dark Modern', file: 'draft.cable', complete: 'TAGS:' },
  { picture: 'checker', theme: 'Default Dark Modern', file: 'broken-headers.cable', fixes: '2213' },
  { picture: 'checker-light', theme: 'Default Light Modern', file: 'broken-headers.cable', hover: '2213' },
  { picture: 'problems', theme: 'Default Light Modern', file: 'broken-headers.cable', problems: true },
  ...[
    ['', 'Default Dark Modern'],
    ['-light', 'Default Light Modern'],
  ].flatMap(([name, theme]) => [
    { picture: `library${name}`, theme, file: '06LUSAKA412.cable', library: showLibrary },
    { picture: `citations${name}`, theme, file: '06LUSAKA412.cable', library: showCitations },
    { picture: `graph${name}`, theme, file: '06LUSAKA412.cable', library: showGraph },
  ]),
];
mkdirSync(join(root, 'docs'), { recursive: true });
const only = process.argv.slice(2);
for (const { picture, theme, file, hover, problems, command, complete, fixes, library } of shots) {
  if (only.length && !only.includes(picture)) continue;
  const dir = mkdtempSync(join(tmpdir(), 'cable-shots-'));
  const folder = join(dir, 'cables');
  cpSync(join(root, 'samples'), folder, { recursive: true });
  installVsix(vsix, { dir });
  const server = await startServer({
    dir,
    // Paths in the pictures begin with ~.
    env: { HOME: dir },
    settings: { 'workbench.colorTheme': theme, 'editor.minimap.enabled': false },
  });
  const browser = await openBrowser();
  try {
    const workbench = await Workbench.open(browser, server, { folder });
    await workbench.openFile(file);
    if (library) await library(workbench);
    else await showOutline(workbench);
    if (problems) await (await workbench.problems()).nth(5).waitFor();
    if (hover) await workbench.hover(hover);
    if (command) {
      await workbench.page.locator('.editor-group-container.active .view-lines').click();
      await workbench.command(command);
      await workbench.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
      await workbench.page
        .frameLocator('iframe.webview')
        .frameLocator('iframe')
        .getByText('Glossary of')
        .first()
        .waitFor();
    }
    if (fixes) {
      await workbench.squiggles('error').first().waitFor();
      await workbench.page.locator('.view-line', { hasText: fixes }).first().getByText(fixes).click();
      await workbench.page.keyboard.press('Control+.');
      await workbench.page.locator('.action-widget .monaco-list-row').nth(2).waitFor();
    }
    if (complete) {
      await workbench.page.locator('.view-line', { hasText: complete }).first().click();
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.type(', P');
      await workbench.page.locator('.suggest-widget.visible .monaco-list-row').nth(3).waitFor();
    }
    await workbench.page.screenshot({ path: join(root, 'docs', `${picture}.png`) });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The whole side bar for the outline. */
async function showOutline(workbench) {
  const outline = await workbench.outline();
  await outline.nth(3).waitFor();
  await workbench.page
    .locator('.pane-header', { hasText: /^cables/i })
    .first()
    .click();
}

/** The views of the library, in a side bar that is wide enough for their subjects. */
async function openViews({ page }) {
  await page.locator('.activitybar .action-label[aria-label="Cables"]').click();
  const edge = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(edge.x + edge.width, 500);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width + 130, 500, { steps: 4 });
  await page.mouse.up();
  await row(page, 'Cables', 'LUSAKA').waitFor();
  await row(page, 'Citations', 'Cited by').waitFor();
}

function row(page, view, text) {
  const pane = page.locator(`.pane:has(.pane-header[aria-label^="${view} "])`);
  return pane.locator('.monaco-list-row', { hasText: text }).first();
}

async function showLibrary(workbench) {
  const { page } = workbench;
  await openViews(workbench);
  await workbench.command('Cable: Filter Cables');
  const box = page.locator('.quick-input-widget', { hasText: 'Filter Cables' });
  await box.waitFor();
  await box.locator('input.input').first().fill('tag:KTIP after:2006');
  await page.locator('.pane .message', { hasText: 'after:2006”' }).waitFor();
  await box.getByText(/\d cables of/).waitFor();
  for (const post of ['STATE', 'LUSAKA']) await row(page, 'Cables', post).click();
  await row(page, 'Cables', '06 LUSAKA 412').waitFor();
  // What lies under the mouse explains itself.
  await page.mouse.move(1300, 700);
  await page.locator('.workbench-hover').waitFor({ state: 'detached' });
}

async function showCitations(workbench) {
  const { page } = workbench;
  await openViews(workbench);
  await row(page, 'Citations', '07 LUSAKA 95').locator('.monaco-tl-twistie').click();
  await row(page, 'Citations', '07 STATE 20447').waitFor();
  await page.locator('.codelens-decoration a', { hasText: 'cited by 5 cables' }).click();
  await page.locator('.reference-zone-widget .monaco-list-row', { hasText: '06GENEVA904' }).first().waitFor();
}

async function showGraph(workbench) {
  const { page } = workbench;
  await openViews(workbench);
  await workbench.command('Cable: Show Reference Graph');
  const graph = page.frameLocator('iframe.webview').frameLocator('iframe');
  await graph.locator('.node.missing').waitFor();
  // More room for the picture than for the cable beside it.
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await graph.getByRole('button', { name: 'Fit' }).click();
}
