import assert from 'node:assert/strict';
import { OnigScanner } from 'vscode-oniguruma';
import { allRules, expressions, grammarFile, type Rule, within } from './rules';
import { loadGrammar } from './support';

const includes = (rules: Rule[]): string[] => rules.flatMap(({ include }) => include ?? []);

describe('grammar: rules', () => {
  before(loadGrammar);

  it('include only what the repository holds', () => {
    const entries = Object.keys(grammarFile.repository).map((name) => `#${name}`);
    assert.deepEqual(
      includes(allRules).filter((name) => !entries.includes(name)),
      [],
    );
  });

  it('of the repository are all used', () => {
    const used = new Set<string>();
    const use = (rules: Rule[]): void => {
      for (const name of includes(rules.flatMap(within)).map((each) => each.slice(1))) {
        if (used.has(name)) continue;
        used.add(name);
        use([grammarFile.repository[name]!]);
      }
    };
    use(grammarFile.patterns);
    assert.deepEqual([...used].sort(), Object.keys(grammarFile.repository).sort());
  });

  it('are valid for Oniguruma', () => {
    for (const { source } of expressions) assert.doesNotThrow(() => new OnigScanner([source]), source);
  });

  it('do not write {n,m}+, which Oniguruma reads as a repeated repetition', () => {
    for (const { source } of expressions) assert.doesNotMatch(source, /\{\d*,?\d*\}\+/);
  });

  it('give a capture rules of its own only at the start of a line', () => {
    for (const { source } of expressions.filter(({ hasInnerRules }) => hasInnerRules))
      assert.match(source, /^(?:\(\?!\\G\))?\^/);
  });

  it('end at the end of the line, but for the two that remember a blank line and a rule', () => {
    const ends = allRules.flatMap(({ end }) => end ?? []).filter((end) => end !== '$');
    assert.deepEqual(
      ends.map((end) => end.slice(0, 7)),
      ['^(?![ \\', '(?!\\G)^'],
    );
  });
});
