import assert from 'node:assert/strict';
import { type LineChange, ruleEdits } from '../../../client/src/heading-rule';

/** Lines after something was put where `[removed|put]` stands, and after the rules have followed. */
function changed(marked: string, isLinked = false): string {
  const lines = marked.split('\n');
  const line = lines.findIndex((each) => each.includes('['));
  const changes: LineChange[] = [];
  let shift = 0;
  lines[line] = lines[line]!.replace(/\[(.*?)\|(.*?)\]/g, (whole, removed: string, text: string, at: number) => {
    changes.push({ start: at - shift, removed: removed.length, text });
    shift += whole.length - removed.length;
    return text;
  });
  for (const edit of ruleEdits((at) => lines[at], line, changes, isLinked)) {
    const was = lines[edit.line]!;
    lines[edit.line] = was.slice(0, edit.start) + edit.text + was.slice(edit.end);
  }
  return lines.join('\n');
}

describe('the rule of a heading in the editor', () => {
  const CASES: [what: string, before: string, after: string][] = [
    ['grows with a letter', 'The Fer[|r]\n-------', 'The Ferr\n--------'],
    ['shrinks with a letter', 'The Fe[r|]\n-------', 'The Fe\n------'],
    ['with a letter in the middle', 'T[h|]e Fer\n=======', 'Te Fer\n======'],
    ['above and below', '=======\nThe[| Old] Fer\n=======', '===========\nThe Old Fer\n==========='],
    ['with what replaces it', '[The Ferry|Rope]\n---------', 'Rope\n----'],
    ['with what replaces it at several places', 'A[|b] c A[|b]\n-----', 'Ab c Ab\n-------'],
    ['stays three characters long', 'Ab[c|]\n---', 'Ab\n---'],
    ['is there again for a heading that was emptied', '[|A]\n---', 'A\n---'],
    ['grows from three', 'Abc[|d]\n---', 'Abcd\n----'],
    ['leaves trailing blanks', 'Fer[|r] \n--- ', 'Ferr \n---- '],
    ['leaves out a blank at the end', 'Ferry[| ]\n-----', 'Ferry \n-----'],
    ['and its taking away', 'Ferry[ |]\n-----', 'Ferry\n-----'],
    ['stands below its heading', '  Fer[|r]\n  ---', '  Ferr\n  ----'],
    ['may leave out the colon', 'Commen[|t]:\n------', 'Comment:\n-------'],
  ];
  for (const [what, before, after] of CASES) it(what, () => assert.equal(changed(before), after));
  const LEFT: [what: string, before: string][] = [
    ['of another length', 'The Fer[|r]\n---------'],
    ['across the page', `The Fer[|r]\n${'-'.repeat(60)}`],
    ['of a table', 'Year    Boat[|s]\n------------'],
    ['that stands elsewhere', '  Fer[|r]\n---'],
    ['in which somebody types', 'Ferry\n----[|-]-\nFerry'],
    ['that is none', 'Fer[|r]\nRope'],
  ];
  for (const [what, before] of LEFT)
    it(`leaves a rule ${what}`, () => {
      const after = before.replace(/\[.*?\|(.*?)\]/g, '$1');
      assert.equal(changed(before), after);
    });
  it('catches up where keys came faster', () => {
    assert.equal(changed('The Ferr[|y]\n-------', true), 'The Ferry\n---------');
    assert.equal(changed(`Fer[|r]\n${'-'.repeat(60)}`, true), `Ferr\n${'-'.repeat(60)}`);
  });
  it('is of no concern where there is no line', () =>
    assert.deepEqual(
      ruleEdits(() => undefined, 0, []),
      [],
    ));
});
