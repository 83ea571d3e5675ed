import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientCode, manifest, readJson, root, settings } from './support';

const english = readJson<Record<string, string>>('package.nls.json');
const textOf = (key: string | undefined): string => english[key?.slice(1, -1) ?? ''] ?? '';
const groups = manifest.contributes.configuration;

/** Settings of VS Code itself that ours point to. */
const OF_THE_EDITOR = new Set(['editor.codeLens', 'editor.inlayHints.enabled', 'editor.rulers']);

describe('the settings', () => {
  it('stand in groups with titles, in an order', () => {
    assert.ok(groups.length > 3);
    assert.deepEqual(
      groups.map(({ order }) => order),
      groups.map((_, i) => i + 1),
    );
    for (const { title, properties } of groups) {
      assert.ok(textOf(title), title);
      assert.deepEqual(
        Object.values(properties).map(({ order }) => order),
        Object.values(properties).map((_, i) => i + 1),
      );
    }
  });
  for (const [name, setting] of Object.entries(settings))
    it(`${name} is described in Markdown, with a scope and a default`, () => {
      assert.match(textOf(setting.markdownDescription), /^[A-Z].{30,}\.$/s);
      assert.equal(setting.description, undefined);
      assert.ok(setting.scope && setting.default !== undefined && setting.type);
      if (setting.enum) {
        assert.equal(setting.enumDescriptions?.length, setting.enum.length);
        for (const each of setting.enumDescriptions!) assert.ok(textOf(each), each);
      }
    });
  it('point to each other by names that exist', () => {
    let links = 0;
    for (const { markdownDescription } of Object.values(settings))
      for (const [, name] of textOf(markdownDescription).matchAll(/`#([^#`]+)#`/g)) {
        assert.ok(name! in settings || OF_THE_EDITOR.has(name!), name);
        links++;
      }
    assert.ok(links > 5);
  });
  it('are those that the code reads, and the code reads no others', () => {
    assert.deepEqual([...new Set(readByCode())].sort(), Object.keys(settings).sort());
  });
});

/**
 * Names of settings in the code: those that the client asks VS Code for, those of the server's sections, and what is read of the section
 * `cable` as a whole.
 */
function readByCode(): string[] {
  const names: string[] = [];
  for (const folder of ['client/src', 'server/src/lsp'])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(root, folder, file), 'utf8');
      // getConfiguration('cable', …).get('detectInTextFiles', …)
      if (text.includes("getConfiguration('cable'"))
        for (const [, name] of text.matchAll(/\.(?:get(?:<\w+>)?|update)\('([\w.]+)'/g)) names.push(`cable.${name}`);
      // readSection('cable.format', …); read('width', …)
      const section = /readSection\('(cable\.\w+)'/.exec(text)?.[1];
      if (section) for (const [, name] of text.matchAll(/\bread\('(\w+)'/g)) names.push(`${section}.${name}`);
      // setRules(settings.rules), settings.codeLens?.citations: sections with readers of their own are named there.
      for (const [, name] of text.matchAll(/\bsettings\.(rules|glossary|codeLens\?\.\w+)/g))
        names.push(`cable.${name!.replace('?', '')}`);
    }
  // The protocol's library reads it by the id of the client.
  if (/new LanguageClient\(\s*'cable',/.test(clientCode())) names.push('cable.trace.server');
  return names;
}
