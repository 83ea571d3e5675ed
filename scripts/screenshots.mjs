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
const vsix = await packageExtension();
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
    { picture: `library${name}`, theme, file: '06LUSAKA412.cable', show: showLibrary },
    { picture: `citations${name}`, theme, file: '06LUSAKA412.cable', show: showCitations },
    { picture: `graph${name}`, theme, file: '06LUSAKA412.cable', show: showGraph },
    { picture: `reading-view${name}`, theme, file: '06LUSAKA412.cable', show: showReadingView },
    { picture: `new-cable${name}`, theme, file: '06LUSAKA412.cable', show: showNewCable },
    {
      picture: `inlay-hints${name}`,
      theme,
      file: '06LUSAKA412.cable',
      show: showInlayHints,
      settings: {
        'cable.inlayHints.localTime': true,
        'cable.inlayHints.countries': true,
        'cable.inlayHints.acronyms': true,
      },
    },
    { picture: `compare${name}`, theme, file: '06LUSAKA412.cable', show: showCompare },
  ]),
];
mkdirSync(join(root, 'docs'), { recursive: true });
const only = process.argv.slice(2);
for (const { picture, theme, file, hover, problems, command, complete, fixes, show, settings } of shots) {
  if (only.length && !only.includes(picture)) continue;
  const dir = mkdtempSync(join(tmpdir(), 'cable-shots-'));
  const folder = join(dir, 'cables');
  cpSync(join(root, 'samples'), folder, { recursive: true });
  installVsix(vsix, { dir });
  const server = await startServer({
    dir,
    // Paths in the pictures begin with ~.
    env: { HOME: dir },
    settings: { 'workbench.colorTheme': theme, 'editor.minimap.enabled': false, ...settings },
  });
  const browser = await openBrowser();
  try {
    const workbench = await Workbench.open(browser, server, { folder });
    await workbench.openFile(file);
    if (show) await show(workbench);
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

async function libraryIsRead(page) {
  await page.locator('.codelens-decoration a', { hasText: 'cited by 5 cables' }).waitFor();
}

/** The page beside the text, as wide as it is read. */
async function showReadingView(workbench) {
  const { page } = workbench;
  await libraryIsRead(page);
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.command('Cable: Open Reading View');
  const reading = page.frameLocator('iframe.webview').frameLocator('iframe');
  await reading.getByRole('heading', { name: 'ORGANIZE AGAINST TRAFFICKING' }).waitFor();
}

async function showNewCable(workbench) {
  const { page } = workbench;
  const input = page.locator('.quick-input-widget input.input').first();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const asked = (step) => page.locator('.quick-input-widget', { hasText: `New cable (${step}/` }).waitFor();
  await libraryIsRead(page);
  await workbench.command('Cable: New Cable…');
  await asked(1);
  await input.fill('Lusaka');
  await rows.filter({ hasText: 'Lusaka' }).first().click();
  await asked(2);
  await input.fill('734');
  await input.press('Enter');
  await asked(3);
  await input.fill('SENSITIVE');
  await rows.filter({ hasText: 'SENSITIVE' }).first().click();
  await asked(4);
  await input.press('Enter');
  await asked(5);
  await input.fill('KTIP');
  await rows.filter({ hasText: 'KTIP' }).first().click();
  await input.fill('migration');
  await rows.filter({ hasText: 'SMIG' }).first().waitFor();
}

async function showInlayHints(workbench) {
  const { page } = workbench;
  await libraryIsRead(page);
  await page.locator('.view-line', { hasText: 'TAGS:' }).getByText('Zambia').waitFor();
  await page.locator('.detected-link').first().waitFor();
  await page.mouse.move(1300, 870);
}

async function showCompare(workbench) {
  const { page } = workbench;
  await libraryIsRead(page);
  await page.keyboard.press('Control+p');
  await page.locator('.quick-input-widget input.input').first().fill('06LUSAKA733.cable');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '06LUSAKA733.cable' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: '06LUSAKA733.cable' }).waitFor();
  await workbench.command('Cable: Compare With…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'another copy' }).first().click();
  await page.locator('.monaco-diff-editor .char-insert').first().waitFor();
  await workbench.command('View: Toggle Primary Side Bar Visibility');
}
