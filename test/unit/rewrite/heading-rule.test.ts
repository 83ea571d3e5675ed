import assert from 'node:assert/strict';
import { viewOf } from '../../../server/src/model/view';
import { fitHeadingRule } from '../../../server/src/rewrite/heading-rule';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits } from '../../../server/src/text/edits';

const HEAD = 'UNCLAS ACCRA 000131\n\nSUBJECT: X\n\n1. One.\n\n';
const TAIL = '\n\n2. Two.\n';
const fitted = (marked: string): string => {
  const offset = HEAD.length + marked.indexOf('|');
  const text = HEAD + marked.replace('|', '') + TAIL;
  return applyEdits(text, fitHeadingRule(viewOf(parse(text)), offset)).slice(HEAD.length, -TAIL.length);
};

describe('the rule of a heading', () => {
  for (const [what, before, after] of [
    ['grows with it', 'The Old Bells|\n-----------', 'The Old Bells\n-------------'],
    ['shrinks with it', 'The Old|\n------------', 'The Old\n-------'],
    ['above and below', '=====\nThe Old| Bell\n=====', '============\nThe Old Bell\n============'],
    ['stays across the page', `The Bell|\n${'-'.repeat(65)}`, `The Bell\n${'-'.repeat(65)}`],
    ['stays while it is typed itself', 'The Bell\n----|', 'The Bell\n----'],
    ['may leave out the colon', 'Comment:|\n-------', 'Comment:\n-------'],
  ] as const)
    it(what, () => assert.equal(fitted(before), after));
  it('is of no concern elsewhere', () => {
    const text = `${HEAD}The Old Bells\n-----------${TAIL}`;
    assert.deepEqual(fitHeadingRule(viewOf(parse(text)), 3), []);
    assert.deepEqual(fitHeadingRule(viewOf(parse(text)), text.length), []);
  });
});
