/** The configurations of other editors: those that no editor here reads are at least what they should be. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'docs', 'editors');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const json = (name: string): unknown => JSON.parse(read(name));
const COMMAND = ['cable', 'lsp', '--stdio'];

describe('the pages of other editors', () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
  for (const page of pages)
    it(`${page} leads to files that are there`, () => {
      const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link!);
      if (page !== 'README.md') assert.ok(links.some((link) => link.startsWith(page.replace('.md', '/'))));
      for (const link of links) assert.ok(existsSync(join(folder, link)), link);
    });
  it('are listed, and say whether they were tried', () => {
    for (const page of pages.filter((name) => name !== 'README.md')) {
      assert.ok(read('README.md').includes(`(${page})`), page);
      assert.match(read(page), /Tried|[Nn]ot run/, page);
    }
  });
});

describe('the configurations of other editors', () => {
  const commandOf = (value: unknown, ...path: string[]): unknown =>
    path.reduce((each, name) => (each as Record<string, unknown>)[name], value);
  it('start the same command', () => {
    assert.deepEqual(commandOf(json('kate/settings.json'), 'servers', 'cable', 'command'), COMMAND);
    assert.deepEqual(commandOf(json('sublime/LSP.sublime-settings'), 'clients', 'cable', 'command'), COMMAND);
    assert.match(read('helix/languages.toml'), /command = "cable"\nargs = \["lsp", "--stdio"\]/);
    assert.match(read('zed/src/cable.rs'), /which\("cable"\)[\s\S]*vec!\["lsp"\.into\(\), "--stdio"\.into\(\)\]/);
    assert.match(read('neovim/lua/cable.lua'), /cmd = \{ 'cable', 'lsp', '--stdio' \}/);
    assert.match(read('emacs/cable-mode.el'), /'\("cable" "lsp" "--stdio"\)/);
  });
  it('of Zed are JSON, and name the language as its extension does', () => {
    assert.ok(commandOf(json('zed/settings.json'), 'lsp', 'cable'));
    assert.match(read('zed/extension.toml'), /languages = \["Cable"\]/);
    assert.match(read('zed/languages/cable/config.toml'), /^name = "Cable"$/m);
  });
});
