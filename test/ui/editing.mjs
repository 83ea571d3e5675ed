/** What happens by itself, or is offered, while somebody types into a cable. */
import assert from 'node:assert/strict';
import { expect } from '../../tools/vscode-host/expect.mjs';
import { hands } from './hands.mjs';

const CABLE = `UNCLAS ROME 000129

E.O. 13526: N/A
TAGS: EFIS, IT
SUBJECT: NETS OF THE QUAY

The Ferry
---------

1.  (U) The Old Lost Rope Agency (OLRA) met.

2.  (U) The OLRA said no, and the harbor master wrote down what it had said in the book of the harbor.

The Quay

3.  (U) It left.

KETTERING
`;
const NAME = 'editing.cable';

export async function testEditing({ it, workbench, folder }) {
  const { page, editor, line, input, rows, toast, write, closeAll, toEnd, saved } = hands({ workbench, folder });
  const rule = (length) => editor.locator('.view-line', { hasText: new RegExp(`^-{${length}}$`) }).first();
  const press = async (key, times = 1) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };

  await workbench.command('View: Close All Editors');
  await write(NAME, CABLE);
  await it('the rule of a heading follows letters that are typed and deleted, in one step with them', async () => {
    await toEnd('The Ferry');
    await page.keyboard.type('s');
    await rule(10).waitFor();
    await page.keyboard.press('Control+z');
    await line(/^The\sFerry$/).waitFor();
    await rule(9).waitFor();
    await page.keyboard.type(' of Rome');
    await rule(17).waitFor();
    await press('Backspace', 12);
    await rule(5).waitFor();
    await page.keyboard.type('erry');
    await rule(9).waitFor();
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type('Rope');
    await rule(4).waitFor();
    await page.keyboard.type('s and Nets');
    await saved(NAME, (text) => text.includes('\n\nRopes and Nets\n--------------\n\n1.'), 'the rule');
  });
  await it('three dashes below a heading become its rule', async () => {
    await toEnd(/^The\sQuay$/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('---');
    await rule(8).waitFor();
  });
  await it('Enter at the end of a paragraph begins the next, with number and mark', async () => {
    await toEnd('It left.');
    await page.keyboard.press('Enter');
    await line(/^4\.\s+\(U\)/).waitFor();
    await page.keyboard.type('It came.');
    await saved(NAME, (text) => text.includes('\n3.  (U) It left.\n\n4.  (U) It came.\n\nKETTERING'), 'paragraph 4');
  });
  await it('Format Selection folds what is selected, and nothing else', async () => {
    await line('The OLRA said no').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await workbench.command('Format Selection');
    await line(/^had\ssaid/).waitFor();
  });
  await it('F2 gives an acronym another name, wherever it stands', async () => {
    await line('(OLRA)').getByText('OLRA').first().click();
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'OLRA');
    await box.fill('ROLA');
    await page.keyboard.press('Enter');
    await line('(ROLA) met').waitFor();
    await line('The ROLA said no').waitFor();
  });
  await it('who deletes a paragraph is offered to renumber, there and in a message', async () => {
    await line('The ROLA said no').click();
    await page.keyboard.press('Home');
    await press('Shift+ArrowDown', 3);
    await page.keyboard.press('Delete');
    const message = toast('no longer numbered in order');
    await message.waitFor();
    await message.getByText('Renumber', { exact: true }).click();
    await message.waitFor({ state: 'hidden' });
    await saved(NAME, (text) => /\n2\. {2}\(U\) It left\.\n\n3\. {2}\(U\) It came\./.test(text), 'other numbers');
  });
  await it('the lightbulb beside a number that is wrong renumbers', async () => {
    await line(/^2\.\s+\(U\)/).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.keyboard.type('5');
    const bulb = editor.locator('[class*="gutter-lightbulb"], .lightBulbWidget').first();
    await bulb.waitFor();
    const row = page.locator('.action-widget .monaco-list-row', { hasText: /renumber/i }).first();
    await expect(async () => {
      if (await row.isVisible()) return true;
      await bulb.click({ timeout: 1000 }).catch(() => {});
      return row.isVisible();
    }, 'the offer');
    await expect(async () => {
      if (/\bfocused\b/.test(await row.getAttribute('class'))) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    }, 'the offer in focus');
    await page.keyboard.press('Enter');
    await line(/^2\.\s+\(U\)\sIt\sleft/).waitFor();
    assert.equal(await toast('no longer numbered').count(), 0);
  });
  await it('a snippet writes a heading, whose rule is as long as what is typed', async () => {
    await toEnd('It came.');
    await page.keyboard.press('ArrowDown');
    await workbench.command('Snippets: Insert Snippet');
    await input.fill('heading');
    await rows.filter({ hasText: 'Heading' }).first().click();
    await line(/^Heading$/).waitFor();
    await page.keyboard.type('The Rope of the Bell');
    await page.keyboard.press('Tab');
    await rule(20).waitFor();
    await saved(NAME, (text) => text.includes('\nThe Rope of the Bell\n--------------------\n\n'), 'the heading');
  });
  await closeAll();
}
