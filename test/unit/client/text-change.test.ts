import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeBetween, changed } from '../../../client/src/text-change';

describe('what has changed between two texts', () => {
  for (const [before, after, from, drop, put] of [
    ['abc', 'abc', 3, 0, ''],
    ['abc', 'abxc', 2, 0, 'x'],
    ['aaa', 'aa', 2, 1, ''],
    ['aa', 'aaa', 2, 0, 'a'],
    ['', 'ab', 0, 0, 'ab'],
    ['abc', '', 0, 3, ''],
    ['one two', 'one too', 5, 1, 'o'],
  ] as const)
    it(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () =>
      assert.deepEqual(changeBetween(before, after), { from, drop, put }));
  it('makes the one of the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '🛥') });
    fc.assert(fc.property(text, text, (a, b) => assert.equal(changed(a, changeBetween(a, b)), b)));
  });
});
