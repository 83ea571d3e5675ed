import assert from 'node:assert/strict';
import { viewOf } from '../../../server/src/model/view';
import { moveParagraph } from '../../../server/src/rewrite/move-paragraph';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits } from '../../../server/src/text/edits';

const HEAD =
  'R 121200Z DEC 06\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nUNCLAS ROME 000001\n\nE.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: A BELL\n\n';
const END = '\n\nEXAMPLE\n';

/** The paragraph in which `|` stands, moved. */
function moved(body: string, direction: 'up' | 'down'): string | null {
  const text = HEAD + body.replace('|', '') + END;
  const edits = moveParagraph(viewOf(parse(text)), HEAD.length + body.indexOf('|'), direction);
  return edits && applyEdits(text, edits).slice(HEAD.length, -END.length);
}

const CASES: [what: string, before: string, direction: 'up' | 'down', after: string | null][] = [
  ['up', '1.  One.\n\n2.  |Two.', 'up', '1.  Two.\n\n2.  One.'],
  ['down', '1.  |One.\n\n2.  Two.\n\n3.  Three.', 'down', '1.  Two.\n\n2.  One.\n\n3.  Three.'],
  ['from the blank line below', '1.  One.\n|\n2.  Two.', 'down', '1.  Two.\n\n2.  One.'],
  ['with its mark', '1.  (U) One.\n\n2.  (SBU) |Two.', 'up', '1.  (SBU) Two.\n\n2.  (U) One.'],
  [
    'with all its lines',
    '1.  One\nand more.\n\n2.  Two|\nand more\nand more.',
    'up',
    '1.  Two\nand more\nand more.\n\n2.  One\nand more.',
  ],
  ['with its list', '1.  Three:\n\n-- one\n-- two\n\n2.  |Two.', 'up', '1.  Two.\n\n2.  Three:\n\n-- one\n-- two'],
  [
    'with what has no number',
    '1.  One.\n\nIt rang.\n\n2.  |Two.\n\nIt rang again.\n\n3.  Three.',
    'up',
    '1.  Two.\n\nIt rang again.\n\n2.  One.\n\nIt rang.\n\n3.  Three.',
  ],
  [
    'and what cites them',
    '1.  See paras 2 and 3.\n\n2.  See para 3.\n\n3.  |See para 2, not para 1.\n\n4.  Para 3 says so.',
    'up',
    '1.  See paras 3 and 2.\n\n2.  See para 3, not para 1.\n\n3.  See para 2.\n\n4.  Para 2 says so.',
  ],
  [
    'not paragraphs of other texts',
    '1.  See para 2 of reftel.\n\n2.  |Two.',
    'up',
    '1.  Two.\n\n2.  See para 2 of reftel.',
  ],
  ['not a range', '1.  |See paras 1-2.\n\n2.  Two.', 'down', '1.  Two.\n\n2.  See paras 1-2.'],
  [
    'within a section',
    '1.  One.\n\nThe Bell\n--------\n\n2.  Two.\n\n3.  |Three.',
    'up',
    '1.  One.\n\nThe Bell\n--------\n\n2.  Three.\n\n3.  Two.',
  ],
  ['not out of its section', '1.  One.\n\nThe Bell\n--------\n\n2.  |Two.', 'up', null],
  ['not above the first', '1.  |One.\n\n2.  Two.', 'up', null],
  ['not below the last', '1.  One.\n\n2.  |Two.', 'down', null],
  ['not with a page line', '1.  One\n\nROME 00000001  002 OF 002\n\n\nand more.\n\n2.  |Two.', 'up', null],
  [
    'beside a page line',
    '1.  One.\n\nROME 00000001  002 OF 002\n\n\n2.  |Two.',
    'up',
    '1.  Two.\n\nROME 00000001  002 OF 002\n\n\n2.  One.',
  ],
];

describe('move a paragraph', () => {
  for (const [what, before, direction, after] of CASES) it(what, () => assert.equal(moved(before, direction), after));
  it('there and back', () => {
    for (const [, before, direction, after] of CASES) {
      if (after === null) continue;
      const text = HEAD + before.replace('|', '') + END;
      const there = applyEdits(text, moveParagraph(viewOf(parse(text)), HEAD.length + before.indexOf('|'), direction)!);
      const numbers = viewOf(parse(there)).paragraphs.filter(({ paragraph }) => paragraph.number);
      const at = viewOf(parse(text)).paragraphs.findLast(
        ({ paragraph }) => paragraph.number && paragraph.start <= HEAD.length + before.indexOf('|'),
      )!;
      const place = numbers[at.value! + (direction === 'up' ? -1 : 1) - 1]!.paragraph.start;
      const back = moveParagraph(viewOf(parse(there)), place, direction === 'up' ? 'down' : 'up')!;
      assert.equal(applyEdits(there, back), text);
    }
  });
  it('keeps trailing blanks and line breaks where they are', () => {
    const text = `${HEAD}1.  One.\n\n2.  Two.${END}`.replaceAll('\n', ' \r\n');
    const after = applyEdits(text, moveParagraph(viewOf(parse(text)), text.indexOf('Two'), 'up')!);
    assert.equal(after, text.replace('One', 'x').replace('Two', 'One').replace('x', 'Two'));
  });
  it('does nothing outside of paragraphs', () => {
    assert.equal(moveParagraph(viewOf(parse('')), 0, 'up'), null);
    assert.equal(moveParagraph(viewOf(parse(HEAD)), 3, 'down'), null);
  });
});
