import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference } from '../../../server/src/text/difference';
import { applyEdits } from '../../../server/src/text/edits';

describe('the difference of two texts', () => {
  for (const [before, after, start, end] of [
    ['abc', 'abc', -1, -1],
    ['abc', 'axc', 1, 2],
    ['', 'x', 0, 0],
    ['aa', 'aaa', 2, 2],
    ['aaa', 'aa', 2, 3],
    // Neither between CR and LF nor between the halves of a character is a place.
    ['a\r\nb', 'a\nb', 1, 3],
    ['a\nb', 'a\r\nb', 1, 2],
    ['a\rb', 'a\r\nb', 1, 2],
    ['a\r\nb', 'a\rb', 1, 3],
    ['\u{1f600}', '\u{1f601}', 0, 2],
    ['\u{1f600}', '\u{1fa00}', 0, 2],
  ] as const)
    it(`${JSON.stringify(before)} and ${JSON.stringify(after)}`, () => {
      const edits = difference(before, after);
      assert.equal(applyEdits(before, edits), after);
      assert.deepEqual(
        edits.map((edit) => [edit.start, edit.end]),
        start < 0 ? [] : [[start, end]],
      );
    });
  it('makes the one of the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '🛥', '\ud83d') });
    fc.assert(fc.property(text, text, (a, b) => assert.equal(applyEdits(a, difference(a, b)), b)));
  });
});
