import assert from 'node:assert/strict';
import { englishBundle } from '../../../scripts/l10n';
import { RULES } from '../../../server/src/rules/table';
import { filesOf, manifest, read, readJson, strings } from './support';

type Words = Readonly<Record<string, string>>;
const KEY = /^%([\w.-]+)%$/;
/** What the editor shows. */
const SHOWN =
  /\.(?:title|description|markdownDescription|label|name|contextualTitle|contents|category)$|numDescriptions\.\d+$/;
/** What a text must keep when it is translated: places for values, commands, settings, code. */
const fixed = (text: string): string[] =>
  [...text.matchAll(/\{\d+\}|\]\(command:[^)]+\)|`[^`]+`|\b(?:tag|post|after|before|class):/g)]
    .map(([it]) => it)
    .sort();

describe('the texts of the manifest', () => {
  const english = readJson<Words>('package.nls.json');
  const all = [...strings(manifest)];
  it('lie beside it, each by its key', () => {
    const ruleMessages = new Set(RULES.map(({ message }) => message));
    for (const [way, text] of all) {
      const isShown = SHOWN.test(way) && way.startsWith('contributes.') && !way.startsWith('contributes.languages');
      // A rule says in the settings what it says of a cable: in English. A matcher is named by its `name`.
      if (isShown && !ruleMessages.has(text) && !/\.problemMatchers\.\d+\.name$/.test(way))
        assert.match(text, KEY, `${way}: ${text}`);
    }
  });
  it('are all there, and no others', () => {
    const used = new Set(all.flatMap(([, text]) => KEY.exec(text)?.[1] ?? []));
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
    for (const [key, text] of Object.entries(english)) assert.ok(text.trim(), key);
  });
  for (const file of filesOf('.', /^package\.nls\.[\w-]+\.json$/))
    it(`are complete in ${file}`, () => {
      const words = readJson<Words>(file);
      assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
      for (const [key, text] of Object.entries(words)) {
        assert.ok(text.trim(), key);
        assert.deepEqual(fixed(text), fixed(english[key]!), `${key}: ${text}`);
      }
    });
});

describe('the words of client and server', () => {
  const english = readJson<Words>('l10n/bundle.l10n.json');
  it('are listed as the code has them (npm run l10n)', async () => {
    assert.equal(read('l10n/bundle.l10n.json'), await englishBundle());
  }).timeout(120_000);
  for (const file of filesOf('l10n', /^bundle\.l10n\.[\w-]+\.json$/))
    it(`are complete in ${file}`, () => {
      const words = readJson<Words>(`l10n/${file}`);
      assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
      for (const [sentence, text] of Object.entries(words)) {
        assert.ok(text.trim(), sentence);
        assert.deepEqual(fixed(text), fixed(sentence), `${sentence}: ${text}`);
      }
    });
  it('have one more language at least, in both places', () => {
    const languages = (folder: string, name: RegExp) => filesOf(folder, name).map((file) => file.split('.').at(-2));
    const bundles = languages('l10n', /^bundle\.l10n\.[\w-]+\.json$/);
    assert.deepEqual(bundles, languages('.', /^package\.nls\.[\w-]+\.json$/));
    assert.ok(bundles.includes('de'));
  });
});
