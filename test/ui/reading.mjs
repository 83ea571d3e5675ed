/** What a reader has: colours, folding, growing selections, the page on paper and after a reload, other forms, a first guide. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../../tools/vscode-host/expect.mjs';
import { hands } from './hands.mjs';

export async function testReading({ it, workbench, folder }) {
  const { page, editor, tab, line, input, rows, toast, read, open, closeAll, clearToast } = hands({
    workbench,
    folder,
  });
  const frame = page.frameLocator('iframe.webview').frameLocator('iframe');
  /** Takes the name that a dialog for a file proposes. */
  const takeName = async (name) => {
    await expect(async () => (await input.inputValue()).endsWith(`/${name}`), `the proposal ${name}`);
    await page.keyboard.press('Enter');
    await expect(async () => existsSync(join(folder, name)), `the file ${name}`);
  };

  await workbench.command('View: Close All Editors');
  await open('06LUSAKA412.cable');
  await it('words have colours that only their meaning gives', async () => {
    const colourOf = async (word) => {
      const found = (await workbench.tokens()).find(({ text }) => text === word);
      return found?.colour;
    };
    const plain = async () => {
      const found = (await workbench.tokens()).find(({ text }) => /^ZAMBIA: BORDER TOWNS/.test(text));
      return found?.colour;
    };
    // Subject codes, programs and countries differ, which the grammar does not know.
    await expect(async () => {
      const [subject, program, country] = [await colourOf('PHUM'), await colourOf('KTIP'), await colourOf('ZA')];
      return subject && program && country && subject !== country && (await plain()) !== subject;
    }, 'colours of TAGS');
  });
  await it('the header and the sections fold', async () => {
    await page.keyboard.press('Control+Home');
    await workbench.command('Fold All');
    await line('SUBJECT').waitFor({ state: 'detached' });
    await workbench.command('Unfold All');
    await line('SUBJECT').waitFor();
  });
  await it('a selection grows from a word on', async () => {
    await line('SUBJECT').getByText('BORDER').first().click();
    const selected = async () =>
      Number(
        /\((\d+) selected\)/.exec(await page.locator('.statusbar-item', { hasText: /Ln \d+/ }).innerText())?.[1] ?? 0,
      );
    const sizes = [];
    for (let i = 0; i < 4; i++) {
      const last = await selected();
      await workbench.command('Expand Selection');
      await expect(async () => (await selected()) > last, 'a larger selection');
      sizes.push(await selected());
    }
    assert.ok(sizes[0] <= 12 && sizes[3] > 50, sizes.join());
    await page.keyboard.press('Escape');
  });
  await it('the path above the text says where the cursor stands, and the head of a section stays in sight', async () => {
    await page.keyboard.press('Control+End');
    await editor.locator('.sticky-widget .sticky-line-content').first().waitFor();
    await editor.locator('.breadcrumbs-control', { hasText: '06LUSAKA412.cable' }).waitFor();
    await page.keyboard.press('Control+Home');
  });
  await it('Export asks for a form and a file, and opens it', async () => {
    await workbench.command('Cable: Export…');
    await rows.filter({ hasText: 'TEI XML' }).first().click();
    await takeName('06LUSAKA412.xml');
    assert.match(read('06LUSAKA412.xml'), /^<\?xml [\s\S]*<TEI [\s\S]*<\/TEI>\n$/);
    const message = toast('Exported 06LUSAKA412.xml');
    await message.getByText('Open', { exact: true }).click();
    await tab('06LUSAKA412.xml').waitFor();
    await message.waitFor({ state: 'hidden' });
    await workbench.command('View: Close Editor');
    await tab('06LUSAKA412.cable').waitFor();
  });
  await it('the page of the reading view is saved to be printed', async () => {
    await workbench.command('Cable: Open Reading View');
    await frame.getByRole('heading', { name: /BORDER TOWNS/ }).waitFor();
    await frame.locator('#print').click();
    await takeName('06LUSAKA412.html');
    assert.match(read('06LUSAKA412.html'), /^<!DOCTYPE html>[\s\S]*BORDER TOWNS[\s\S]*<\/html>\n$/);
    await clearToast('Saved 06LUSAKA412.html');
  });
  await it('the reading view grows, and is there again after a reload', async () => {
    const size = () => frame.locator('html').evaluate((html) => html.style.getPropertyValue('--size'));
    assert.equal(await size(), '100%');
    await frame.locator('#larger').click();
    await expect(async () => (await size()) === '110%', 'larger text');
    // As a person does it: what is open is kept for the next time.
    const loaded = page.waitForEvent('load');
    await workbench.command('Developer: Reload Window');
    await loaded;
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    await frame.getByRole('heading', { name: /BORDER TOWNS/ }).waitFor({ timeout: 60_000 });
    await page.locator('.tab', { hasText: '06LUSAKA412.cable' }).click();
    await line(/./).waitFor();
  });
  await closeAll();
  await it('a walkthrough shows the first steps', async () => {
    await workbench.command('Welcome: Open Walkthrough...');
    await input.fill('Diplomatic');
    await rows.filter({ hasText: 'Diplomatic Cables' }).first().click();
    const steps = page.locator('.getting-started-step');
    await steps.filter({ hasText: 'Open a cable' }).first().waitFor();
    assert.ok((await steps.count()) >= 5);
    await workbench.command('View: Close All Editors');
  });
}
