import assert from 'node:assert/strict';
import { manifest, read, readJson } from './support';

const { commands, keybindings, menus } = manifest.contributes;
const english = readJson<Record<string, string>>('package.nls.json');
const titles = new Map(commands.map(({ command, title }) => [command, english[title.slice(1, -1)]!]));
/** As people write keys: `ctrl+k g` is `Ctrl+K G`. */
const written = (key: string): string =>
  key
    .replace(/[a-z]+/g, (word) => word[0]!.toUpperCase() + word.slice(1))
    .replace(/Page(up|down)/, (_, way: string) => `Page${way[0]!.toUpperCase()}${way.slice(1)}`);

describe('keys', () => {
  it('are bound to commands that exist, and only where they make sense', () => {
    for (const { command, key, mac, when } of keybindings) {
      assert.ok(titles.has(command), command);
      assert.match(when, /^editorTextFocus && editorLangId == cable\b|^focusedView == cable\.\w+ && listFocus\b/, key);
      assert.ok(mac, `${key} on a Mac`);
      assert.doesNotMatch(key, /ctrl\+alt\+[a-z]$/, 'what keyboards of many countries type letters with');
    }
  });
  it('are in the table of docs/keyboard.md, which has no others', () => {
    const rows = [...read('docs/keyboard.md').matchAll(/^\| (`.*?) \| \*([^*]+)\*.*? \|/gm)];
    const told = rows.flatMap(([, keys, title]) =>
      [...keys!.matchAll(/`([^`]+)`/g)].map(([, key]) => `${key}: ${title}`),
    );
    const bound = new Set(keybindings.map(({ key, command }) => `${written(key)}: ${titles.get(command)}`));
    assert.deepEqual(told.sort(), [...bound].sort());
  });
});

describe('menus', () => {
  it('show commands that exist, each where it makes sense', () => {
    for (const [menu, items] of Object.entries(menus))
      for (const { command, submenu, when } of items) {
        assert.ok(submenu || titles.has(command), command);
        // A menu of our own is shown by its own condition; a new file can be made anywhere.
        if (!menu.startsWith('cable.') && menu !== 'file/newFile') assert.ok(when, `${menu}: ${command ?? submenu}`);
      }
  });
  it('lead to everything that is about a cable: from its text, its tab, the explorer', () => {
    const inMenu = (menu: string) => menus[menu]!.map(({ command }) => command);
    assert.ok(inMenu('editor/title').includes('cable.openReadingView'));
    assert.ok(inMenu('editor/context').includes('cable.showReferenceGraph'));
    assert.ok(inMenu('editor/title/context').includes('cable.compareWith'));
    assert.ok(inMenu('explorer/context').includes('cable.openReadingView'));
  });
  it('offer no rewrite of what cannot be written', () => {
    for (const name of [
      'renumber',
      'portionMarks',
      'joinPages',
      'splitSections',
      'removeArtefacts',
      'upperCase',
      'letterSpace',
    ])
      assert.match(
        menus.commandPalette!.find(({ command }) => command === `cable.${name}`)!.when!,
        /!editorReadonly/,
        name,
      );
  });
});
