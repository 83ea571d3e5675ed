/** What the pictures of README.md and docs/tour.md show, and how a person gets there. */

const CABLE = '06LUSAKA412.cable';
const HINTS = ['localTime', 'countries', 'acronyms'].map((hint) => [`cable.inlayHints.${hint}`, true]);

/**
 * `show` does what the picture shows. `clip`: the part of the window, of 1200 by 800, that is kept, where not all of it is: those of the README are
 * in the package too, and have to be small.
 */
export const PICTURES = [
  { name: 'outline', file: CABLE, show: showOutline, clip: { x: 47, y: 35, width: 760, height: 400 } },
  { name: 'hover', file: CABLE, show: showHover, clip: { x: 347, y: 500, width: 680, height: 270 } },
  {
    name: 'problems',
    file: 'broken-headers.cable',
    show: showProblems,
    clip: { x: 347, y: 35, width: 730, height: 370 },
  },
  { name: 'reading-view', file: CABLE, show: showReadingView, clip: { x: 300, y: 35, width: 900, height: 420 } },
  { name: 'library', file: CABLE, show: showLibrary, clip: { x: 47, y: 0, width: 860, height: 420 } },
  { name: 'citations', file: CABLE, show: showCitations },
  { name: 'graph', file: CABLE, show: showGraph },
  { name: 'glossary', file: CABLE, show: showGlossary },
  { name: 'completion', file: 'draft.cable', show: showCompletion },
  { name: 'new-cable', file: CABLE, show: showNewCable },
  { name: 'compare', file: CABLE, show: showCompare },
  { name: 'inlay-hints', file: CABLE, show: showInlayHints, settings: Object.fromEntries(HINTS) },
];

/** The whole side bar for the outline: its sections, not the lines of the header. */
async function showOutline(workbench) {
  const { page } = workbench;
  await libraryIsRead(page);
  const outline = await workbench.outline();
  await page
    .locator('.pane-header', { hasText: /^cables/i })
    .first()
    .click();
  for (const group of ['Archive preamble', 'Header'])
    await outline.filter({ hasText: group }).first().locator('.monaco-tl-twistie').click();
  await outline.filter({ hasText: 'What the Registers Show' }).first().click();
  await outline.filter({ hasText: 'Police, Prosecutors' }).first().waitFor();
}

async function showHover(workbench) {
  await libraryIsRead(workbench.page);
  await workbench.hover('GRZ');
}

async function showProblems(workbench) {
  const { page } = workbench;
  await (await workbench.problems()).nth(5).waitFor();
  await page.locator('.view-line', { hasText: '#2213' }).first().getByText('2213').click();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').nth(2).waitFor();
}

async function showGlossary(workbench) {
  const { page } = workbench;
  await page.locator('.editor-group-container.active .view-lines').click();
  await workbench.command('Cable: Glossary of This Cable');
  await page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
  await page.frameLocator('iframe.webview').frameLocator('iframe').getByText('Glossary of').first().waitFor();
}

async function showCompletion({ page }) {
  await page.locator('.view-line', { hasText: 'TAGS:' }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(', P');
  await page.locator('.suggest-widget.visible .monaco-list-row').nth(3).waitFor();
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
  // Buttons under the mouse explain themselves.
  await page.mouse.move(300, 790);
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
