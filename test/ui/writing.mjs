/** Writing, cleaning and reading a cable as a person does it: page, wizard, hints, comparison, formatting, rename. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../../tools/vscode-host/expect.mjs';
import { hands } from './hands.mjs';

const MESSY = `UNCLAS ROME 000128

E.O. 13526: N/A
TAGS:   EFIS,IT
SUBJECT: NETS OF THE HARBOR

1. (U) The fishers asked for new nets, and the harbor master wrote down how many of them there were in the book.

KETTERING
`;

export async function testWriting({ it, workbench, folder }) {
  const { page, editor, tab, line, input, rows, open, write, closeAll } = hands({ workbench, folder });
  const reading = page.frameLocator('iframe.webview').frameLocator('iframe');
  /** Where the page is scrolled to, in pixels. */
  const scrolled = () => reading.locator('main').evaluate(() => scrollY);

  await workbench.command('View: Close All Editors');
  // Room for the text.
  if (await page.locator('.part.panel').isVisible()) await page.keyboard.press('Control+j');
  await it('the reading view shows subject, header and paragraphs of the cable', async () => {
    await open('06LUSAKA412.cable');
    await workbench.command('Cable: Open Reading View');
    await reading.getByRole('heading', { name: 'ZAMBIA: BORDER TOWNS ORGANIZE AGAINST TRAFFICKING' }).waitFor();
    assert.match(await reading.locator('table.header').first().innerText(), /From\s+AMEMBASSY LUSAKA/);
    assert.equal(await reading.locator('.paragraph').count(), 19);
    await page.locator('.tab', { hasText: /^06LUSAKA412$/ }).waitFor();
  });
  await it('the page follows each key', async () => {
    await line('SUBJECT:').click();
    await page.keyboard.press('End');
    await page.keyboard.type('WITH LAMPS');
    await reading.getByRole('heading', { name: 'TRAFFICKING WITH LAMPS' }).waitFor();
    for (let i = 0; i < 10; i++) await page.keyboard.press('Backspace');
    await reading.getByRole('heading', { name: /TRAFFICKING$/ }).waitFor();
  });
  await it('the page scrolls with the text, and the text with the page', async () => {
    await page.keyboard.press('Control+End');
    await expect(async () => (await scrolled()) > 1000, 'the end of the page');
    await page.keyboard.press('Control+Home');
    await expect(async () => (await scrolled()) === 0, 'the top of the page');
    const box = await page.locator('iframe.webview').boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect(async () => {
      await page.mouse.wheel(0, 900);
      return line('TAGS:').isHidden();
    }, 'the text to follow');
  });
  await it('a reference on the page opens the cable it names, in place of no other', async () => {
    await reading.locator('body').evaluate(() => scrollTo(0, 0));
    await reading.locator('table.header a', { hasText: '05 STATE 201337' }).first().click();
    await tab('05STATE201337').waitFor();
    await reading.getByRole('heading', { name: /BORDER TOWNS/ }).waitFor();
  });
  await closeAll();

  await it('New Cable asks step by step, and opens a cable with nothing to find fault with', async () => {
    const asked = (text) => page.locator('.quick-input-widget', { hasText: text }).waitFor();
    const choose = async (what, words, row = words) => {
      await asked(`${what}/`);
      await input.fill(words);
      await rows.filter({ hasText: row }).first().click();
    };
    const title = (step) => `New cable (${step}`;
    await workbench.command('Cable: New Cable…');
    await choose(title(1), 'Lusaka');
    await asked(`${title(2)}/`);
    await input.fill('734');
    await page.keyboard.press('Enter');
    await choose(title(3), 'CONFIDENTIAL');
    await asked(`${title(4)}/`);
    await page.keyboard.press('Enter');
    await choose(title(5), 'KTIP');
    await page.keyboard.press('Enter');
    await asked(`${title(6)}/`);
    await input.fill('A lamp for the schoolmaster');
    await page.keyboard.press('Enter');
    await choose(title(7), 'LUSAKA 412', '06 LUSAKA 412');
    await page.keyboard.press('Enter');
    await asked(`${title(8)}/`);
    await input.fill('Ada Haverford, Ambassador');
    await page.keyboard.press('Enter');
    await choose(title(9), '1.4 (b)');
    await page.keyboard.press('Enter');
    await choose(title(10), 'ROUTINE');
    await asked(`${title(11)}/`);
    await input.fill('Haverford');
    await page.keyboard.press('Enter');
    await tab('Untitled-').waitFor();
    await line('LUSAKA 412').waitFor();
    await line('A LAMP FOR THE SCHOOLMASTER').waitFor();
    // The cursor stands where the summary is written.
    await page.keyboard.type('The lamp burns');
    await line('Summary:  The lamp burns').waitFor();
    await page.locator('.statusbar-item#status\\.problems', { hasText: /^\s*0\s*0\s*$/ }).waitFor();
    assert.equal(await workbench.language(), 'Diplomatic cable');
  });
  await closeAll();

  await it('the status of the language says number, date and classification', async () => {
    await open('06LUSAKA412.cable');
    await page.locator('.statusbar-item#status\\.languageStatus').hover();
    const card = page.locator('.hover-language-status', { hasText: '06 LUSAKA 412' });
    await card.waitFor();
    assert.match(await card.innerText(), /23 Mar 2006 · UNCLASSIFIED\/\/SBU/);
    await page.keyboard.press('Escape');
  });
  await it('inlay hints appear when they are switched on, and go when they are switched off', async () => {
    const settings = join(folder, '.vscode', 'settings.json');
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    const hints = ['localTime', 'countries', 'acronyms'].map((name) => [`cable.inlayHints.${name}`, true]);
    writeFileSync(settings, JSON.stringify(Object.fromEntries(hints)));
    await line('TAGS:').getByText('Zambia').waitFor();
    await line('P 231234Z MAR 06')
      .getByText(/23\sMar\s2006/)
      .waitFor();
    writeFileSync(settings, '{}');
    await line('TAGS:').getByText('Zambia').waitFor({ state: 'detached' });
  });
  await it('F2 gives a reference another letter, wherever it is named', async () => {
    await line('REF:').getByText('A', { exact: true }).click();
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'A');
    await box.fill('C');
    await page.keyboard.press('Enter');
    await line('offered in ref C can').waitFor();
    await line('C. 05 STATE 201337').waitFor();
    await page.keyboard.press('Control+z');
    await line('A. 05 STATE 201337').waitFor();
  });
  await it('Join Pages makes one section of three', async () => {
    await workbench.command('Cable: Join Pages and Sections');
    await line(/^UNCLAS\sLUSAKA\s000412/).waitFor();
    await page.keyboard.press('Control+z');
    await line('UNCLAS SECTION 01 OF 03').waitFor();
  });
  await closeAll();

  await it('Format Document tidies a cable', async () => {
    await write('messy.cable', MESSY);
    await expect(async () => {
      await workbench.command('Format Document');
      return line('TAGS: EFIS, IT').isVisible();
    }, 'the TAGS line');
    await line(/wrote$/).waitFor();
    await expect(
      async () => (await editor.locator('.view-line').allInnerTexts()).every((text) => text.length <= 69),
      'no line that is too long',
    );
    await page.keyboard.press('Control+z');
    await line('EFIS,IT').waitFor();
  });
  await closeAll();

  await it('Compare With shows what a corrected copy changed', async () => {
    await open('06LUSAKA733.cable');
    await workbench.command('Cable: Compare With…');
    await rows.filter({ hasText: 'another copy of this cable' }).first().click();
    await tab('06LUSAKA733.cable ↔ 06LUSAKA733_corrected.cable').waitFor();
    await page.locator('.monaco-diff-editor .char-insert').first().waitFor();
  });
  await closeAll();
}
