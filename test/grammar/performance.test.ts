import assert from 'node:assert/strict';
import type { IGrammar, StateStack } from 'vscode-textmate';
import { LABELS, lineOf, SHAPES } from './shapes';
import { loadGrammar, tokenize } from './support';

/** What is not in step with the length would take minutes for these. How long they take is measured in `npm run bench`. */
describe('grammar: a very long line of', () => {
  let grammar: IGrammar;
  let afterRule: StateStack;

  before(async () => {
    grammar = await loadGrammar();
    afterRule = tokenize(grammar, '---').state;
  });
  const reads = (line: string) =>
    assert.equal(
      tokenize(grammar, line, afterRule)
        .tokens.map(({ text }) => text)
        .join(''),
      line,
    );

  for (const [name, unit] of Object.entries(SHAPES)) it(name, () => reads(lineOf(unit, 1_000_000))).timeout(60_000);
  for (const label of LABELS)
    it(`each shape, after ${label}`, () => {
      for (const unit of Object.values(SHAPES)) reads(label + lineOf(unit, 50_000));
    }).timeout(60_000);
});
