import assert from 'node:assert/strict';
import { acronymEntries } from '../../../server/src/data/acronyms';

const FOUND: [word: string, expansion: RegExp | null, scope?: string][] = [
  ['NGO', /^non-?governmental organization$/i],
  ['GOC', /^Government of Cambodia$/, 'CB'],
  ['GOC', /^Government of Colombia$/, 'CO'],
  ['CDU', /^Christian Democratic Union$/, 'GM'],
  ['CSTC-A', /Combined Security Transition Command/],
  ['R&D', /^research and development$/i],
  ['moi', /^Ministry of (?:the )?Interior$/],
  ['XQZW', null],
  ['', null],
];

describe('acronyms', () => {
  for (const [word, expansion, scope] of FOUND)
    it(`${word || 'nothing'}: ${expansion?.source ?? 'none'}`, () => {
      const entries = acronymEntries(word);
      if (!expansion) return assert.deepEqual(entries, []);
      const found = entries.find((entry) => expansion.test(entry.expansion));
      assert.ok(found, entries.map((entry) => entry.expansion).join('; '));
      if (scope) assert.ok(found.scope.includes(scope), found.scope.join());
    });

  it('come exactly as written first, then those that differ in case', () => {
    const spelt = (word: string) => acronymEntries(word).map(({ acronym }) => acronym);
    for (const word of ['MoD', 'MOD', 'GIRoA', 'GIROA']) assert.equal(spelt(word)[0], word);
    assert.ok(spelt('MoD').includes('MOD'));
    assert.ok(spelt('mod').includes('MOD'));
  });

  it('are looked up only: no plural, no possessive', () => assert.deepEqual(acronymEntries("NGO's"), []));

  it('leave out what the table is unsure of', () => {
    for (const word of ['GORI', 'GORK', 'GORF'])
      assert.ok(!acronymEntries(word).some(({ source }) => source.includes('(unsure)')), word);
  });

  it('have no scope with a blank in it', () => {
    for (const { scope } of acronymEntries('GOB')) assert.match(scope.join(), /^[A-Z]{2}(?:,[A-Z]{2})*$/);
  });
});
