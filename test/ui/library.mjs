/** The library as a person sees it: lists, filter, citations, peeks, hierarchy, picture. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../../tools/vscode-host/expect.mjs';

export async function testLibrary({ it, workbench, folder }) {
  const { page } = workbench;
  const editor = page.locator('.editor-group-container.active');
  const view = (name) => page.locator(`.pane:has(.pane-header[aria-label^="${name} "])`);
  const [cables, citations] = [view('Cables'), view('Citations')];
  const rowsOf = (pane) => pane.locator('.monaco-list-row');
  const row = (pane, text) => rowsOf(pane).filter({ hasText: text }).first();
  /** Label and description of each row. */
  const texts = (pane) =>
    rowsOf(pane).evaluateAll((rows) =>
      rows.map((each) =>
        [...each.querySelectorAll('.label-name, .label-description')].map(({ textContent }) => textContent).join(' '),
      ),
    );
  const message = cables.locator('.message');
  const filterBox = page.locator('.quick-input-widget', { hasText: 'Filter Cables' });
  const graph = page.frameLocator('iframe.webview').frameLocator('iframe');
  const tab = (name) => page.locator('.tab.active', { hasText: name });
  /** Opens a cable from Lusaka. */
  const openListed = async (number) => {
    if (!(await row(cables, number).isVisible())) await row(cables, /^LUSAKA/).click();
    await row(cables, number).click();
  };

  await workbench.command('View: Close All Editors');
  await it('the view Cables lists the library by post, with counts', async () => {
    await page.locator('.activitybar .action-label[aria-label="Cables"]').click();
    await row(cables, /LUSAKA\s*5/).waitFor();
    assert.ok((await texts(cables)).includes('STATE 6'), (await texts(cables)).join());
    assert.match(await row(cables, 'LUSAKA').getAttribute('aria-label'), /LUSAKA, Lusaka, Zambia, 5 cables/);
  });
  await it('a post opens to its cables, by the keyboard alone, and a cable to its subject', async () => {
    await row(cables, 'LUSAKA').click();
    await row(cables, '06 LUSAKA 412').waitFor();
    assert.ok((await texts(cables)).some((text) => text.startsWith('06 LUSAKA 733 (corrected copy)')));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tab('07LUSAKA95').waitFor();
    await row(cables, '06 LUSAKA 412').click();
    await tab('06LUSAKA412').waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 25, Col 1' }).waitFor();
  });
  await it('the list is grouped by year and month, and by TAGS', async () => {
    await workbench.command('Cable: Group Cables by Year and Month');
    await row(cables, /2006\s*/).click();
    await row(cables, 'March 2006').waitFor();
    await workbench.command('Cable: Group Cables by TAGS');
    await row(cables, 'EAIR').waitFor();
    await workbench.command('Cable: Group Cables by Post');
    await row(cables, 'LUSAKA').waitFor();
  });
  await it('a filter narrows the list as it is typed; Escape leaves it as it was', async () => {
    const box = filterBox.locator('input.input').first();
    await workbench.command('Cable: Filter Cables');
    await box.fill('tag:KTIP after:2007');
    await expect(
      async () => (await texts(cables)).filter((text) => /^[A-Z]+ \d+$/.test(text)).join() === 'LUSAKA 1,STATE 1',
      'two posts',
    );
    await box.press('Enter');
    await filterBox.waitFor({ state: 'hidden' });
    assert.match(await message.innerText(), /“tag:KTIP after:2007”: 2 of \d+ cables/);
    await workbench.command('Cable: Filter Cables');
    await box.fill('tag:KTIP after:2007 before:soon');
    await filterBox.getByText('soon is not a date').waitFor();
    await box.press('Escape');
    await filterBox.waitFor({ state: 'hidden' });
    await expect(async () => /after:2007”: 2 of/.test(await message.innerText()), 'the filter as it was');
    await cables.locator('.pane-header').hover();
    await cables.locator('.action-label[aria-label="Clear Filter of Cables"]').click();
    await row(cables, 'ANKARA').waitFor();
    await message.waitFor({ state: 'hidden' });
  });
  await it('the view Citations shows who cites the open cable, and goes on from there', async () => {
    await row(citations, /Cited by\s*5/).waitFor();
    await row(citations, '07 LUSAKA 95').locator('.monaco-tl-twistie').click();
    await row(citations, '07 STATE 20447').waitFor();
    // Opened from here, it does not take the place of the cable one started from.
    await row(citations, '07 LUSAKA 95').click();
    await tab('07LUSAKA95').waitFor();
    await row(citations, /Cited by\s*5/).waitFor();
  });
  await it('what is cited and not here is told so, in words', async () => {
    await row(citations, '07 LUSAKA 95').click({ button: 'right' });
    const item = page.locator('.monaco-menu .action-label', { hasText: 'Show Citations' });
    // A menu does not take a click in its first moment.
    await expect(async () => {
      if (await item.isVisible()) await item.click({ timeout: 1000 }).catch(() => {});
      return item.isHidden();
    }, 'the menu to take the click');
    await row(citations, /Cites\s*6 \(1 not here\)/).waitFor();
    await row(citations, /06 PRETORIA 2011\s*ref F · \(not here\)/).waitFor();
    assert.match(await row(citations, 'PRETORIA').getAttribute('aria-label'), /06 PRETORIA 2011, not in the library/);
  });
  await it('a cable that is new on disk appears by itself', async () => {
    const file = join(folder, 'new.cable');
    writeFileSync(file, readFileSync(join(folder, 'draft.cable'), 'utf8').replace('ROME 000127', 'TIRANA 000127'));
    await row(cables, /TIRANA\s*1/).waitFor();
    rmSync(file);
    await row(cables, 'TIRANA').waitFor({ state: 'detached' });
  });
  await it('the lens above a cable peeks at those that cite it', async () => {
    await openListed('06 LUSAKA 412');
    await tab('06LUSAKA412').waitFor();
    await editor.locator('.view-lines').click();
    await page.keyboard.press('Control+Home');
    await editor.locator('.codelens-decoration a', { hasText: 'cited by 5 cables, cites 2' }).click();
    const peek = page.locator('.reference-zone-widget');
    await peek.locator('.monaco-list-row', { hasText: '06GENEVA904.cable' }).first().waitFor();
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });
  await it('call hierarchy shows who cites the cable', async () => {
    await page.locator('.view-line', { hasText: '06LUSAKA412' }).first().click();
    await page.keyboard.press('Home');
    await workbench.command('Peek Call Hierarchy');
    const peek = page.locator('.call-hierarchy');
    await peek.locator('.monaco-list-row', { hasText: '06 DAR ES SALAAM 611' }).waitFor();
    await peek.locator('.monaco-list-row', { hasText: '07 LUSAKA 95' }).locator('.monaco-tl-twistie').click();
    await peek.locator('.monaco-list-row', { hasText: '07 STATE 20447' }).waitFor();
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });
  await it('symbols of the workspace find a cable by its subject', async () => {
    await page.keyboard.press('Control+t');
    await page.locator('.quick-input-widget input.input').first().fill('#fishing camps');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'FISHING CAMPS' }).first().waitFor();
    await page.keyboard.press('Enter');
    await tab('06DARESSALAAM611').waitFor();
  });
  await it('the graph shows who cites whom around the open cable', async () => {
    await workbench.command('Cable: Show Reference Graph');
    await graph.locator('.node.centre', { hasText: '06 DAR ES SALAAM 611' }).waitFor();
    await tab('References of 06 DAR ES SALAAM 611').waitFor();
    await graph.locator('#status', { hasText: /^\d+ cables, \d+ citations\.$/ }).waitFor();
    const missing = graph.locator('.node.missing', { hasText: '06 PRETORIA 2011' });
    assert.match(await missing.getAttribute('aria-label'), /06 PRETORIA 2011, not in the library/);
    const before = await graph.locator('.node').count();
    await graph.locator('#depth').selectOption('1');
    await expect(async () => (await graph.locator('.node').count()) < before, 'fewer cables');
  });
  await it('a click on a cable of the graph opens it', async () => {
    await graph.locator('.node', { hasText: '06 LUSAKA 733' }).click();
    await tab('06LUSAKA733').waitFor();
    await graph.locator('.node.centre', { hasText: '06 DAR ES SALAAM 611' }).waitFor();
  });
  await it('keys go from cable to cable in the graph, open one, and put one in the middle', async () => {
    const focused = () => graph.locator('.node:focus').getAttribute('data-key', { timeout: 2000 });
    await graph.locator('.node.centre').focus();
    const start = await focused();
    // Which way the layers lie depends on the window.
    for (const key of ['ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
    const there = await focused();
    assert.notEqual(there, start);
    await page.keyboard.press('Shift+Enter');
    await graph.locator(`.node.centre[data-key="${there}"]`).waitFor();
    await page.keyboard.press('Enter');
    // In the group of the cables, which has the focus again: it may have been open there before.
    await editor.locator('.tab.active', { hasText: there }).waitFor();
  });
  await it('the graph follows the open cable when it is asked to', async () => {
    await graph.getByLabel('Follow the open cable').check();
    // What is opened comes where the focus is: not over the graph.
    await page.locator('.editor-group-container').first().locator('.view-lines').first().click();
    await editor.locator('.tab.active', { hasText: '.cable' }).waitFor();
    await openListed('05 LUSAKA 1588');
    await graph.locator('.node.centre', { hasText: '05 LUSAKA 1588' }).waitFor();
    await graph.getByLabel('Follow the open cable').uncheck();
  });
  await it('the graph is saved as a picture that needs nothing else', async () => {
    await graph.getByRole('button', { name: 'Save as SVG…' }).click();
    const input = page.locator('.quick-input-widget input.input').first();
    await expect(async () => /references-05LUSAKA1588\.svg$/.test(await input.inputValue()), 'the name of the file');
    await page.keyboard.press('Enter');
    const file = join(folder, 'references-05LUSAKA1588.svg');
    await expect(async () => existsSync(file) && readFileSync(file, 'utf8').endsWith('</svg>'), 'the file');
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    assert.match(text, />05 LUSAKA 1588</);
    assert.match(text, /fill="rgb/);
    assert.doesNotMatch(text, /var\(|class=|<script|<style|<image|href|onclick/);
  });
}
