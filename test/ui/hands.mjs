/** What several parts of this suite do by hand in the window. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../../tools/vscode-host/expect.mjs';

export function hands({ workbench, folder }) {
  const { page } = workbench;
  const editor = page.locator('.editor-group-container.active');
  const tab = (name) => page.locator('.tab.active', { hasText: name });
  const line = (text) => editor.locator('.view-line', { hasText: text }).first();
  const input = page.locator('.quick-input-widget input.input').first();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const toast = (text) => page.locator('.notification-toast', { hasText: text });
  const read = (name) => readFileSync(join(folder, name), 'utf8');

  const open = async (name) => {
    // A file that is new may not be in the list yet.
    await expect(
      async () => {
        await page.keyboard.press('Control+p');
        await input.fill(name);
        // Not simply the first row: that is at first what was open before.
        const row = rows.filter({ hasText: name }).first();
        const isThere = await row.click({ timeout: 8000 }).then(
          () => true,
          () => false,
        );
        if (!isThere) await page.keyboard.press('Escape');
        return isThere;
      },
      `the file ${name}`,
      60_000,
    );
    await tab(name).waitFor();
    await line(/./).waitFor();
  };
  /** A new file with a text, open. Under a name that no other file has. */
  const write = async (name, text) => {
    writeFileSync(join(folder, name), text);
    await open(name);
  };
  const closeAll = async () => {
    await workbench.command('View: Revert and Close Editor');
    await workbench.command('View: Close All Editors');
  };
  /** Puts the cursor at the end of a line. */
  const toEnd = async (text) => {
    await line(text).click();
    await page.keyboard.press('End');
  };
  /** Saves the file that is open until it is what is expected: what a command does may come after it. */
  const saved = (name, isExpected, what) =>
    expect(
      async () => {
        await page.keyboard.press('Control+s');
        return isExpected(read(name));
      },
      what,
      20_000,
      300,
    ).catch((error) => {
      throw new Error(`${error.message}; the file is\n${read(name)}`);
    });
  const clearToast = async (text) => {
    const one = toast(text);
    await one.hover();
    await one.locator('.codicon-notifications-clear').click();
    await one.waitFor({ state: 'hidden' });
  };
  return { page, editor, tab, line, input, rows, toast, read, open, write, closeAll, toEnd, saved, clearToast };
}
