import assert from 'node:assert/strict';
import { scopeNames } from './rules';

/** What TextMate calls its scopes by custom, and themes colour; `meta` only holds other scopes together. */
const CUSTOMARY = [
  'comment.block',
  'comment.line',
  'constant.character',
  'constant.language',
  'constant.numeric',
  'entity.name.function',
  'entity.name.tag',
  'entity.name.type',
  'entity.other.attribute-name',
  'keyword.control',
  'keyword.operator',
  'keyword.other',
  'markup.bold',
  'markup.changed',
  'markup.deleted',
  'markup.heading',
  'markup.inserted',
  'markup.underline',
  'meta',
  'punctuation.definition',
  'punctuation.separator',
  'storage.modifier',
  'string.unquoted',
  'support.function',
  'variable.other',
  'variable.parameter',
];

describe('grammar: themes', () => {
  for (const name of scopeNames())
    it(`know what to do with ${name}`, () => {
      assert.ok(
        CUSTOMARY.some((root) => name.startsWith(`${root}.`)),
        'not a customary scope',
      );
      assert.match(name, /^[a-z]+(?:[.-][a-z]+)*\.cable$/);
    });

  it('meet every custom of the list', () => {
    assert.deepEqual(
      CUSTOMARY.filter((root) => !scopeNames().some((name) => name.startsWith(`${root}.`))),
      [],
    );
  });

  it('can tell the levels of classification apart', () => {
    const looks = ['unclassified', 'limited-official-use', 'confidential', 'secret', 'top-secret'].map((level) =>
      scopeNames()
        .filter((name) => name.endsWith(`.classification.${level}.cable`))
        .map((name) => name.split('.', 2).join('.'))
        .sort()
        .join(' '),
    );
    assert.deepEqual(looks, [
      'markup.inserted',
      'support.function',
      'markup.changed',
      'markup.bold markup.deleted',
      'markup.bold markup.deleted markup.underline',
    ]);
  });

  it('show a portion mark as they show the level', () => {
    const looks = (kind: string) =>
      new Set(
        scopeNames()
          .filter((name) => name.includes(`.${kind}.`) && !name.startsWith('punctuation.'))
          .map((name) => name.split('.', 2).join('.')),
      );
    assert.deepEqual(looks('portion'), looks('classification'));
  });
});
