import assert from 'node:assert/strict';
import { viewOf } from '../../../server/src/model/view';
import { newParagraph, newParagraphBelow } from '../../../server/src/rewrite/new-paragraph';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits } from '../../../server/src/text/edits';

const head = (level: string, caption = ''): string =>
  `R 121200Z DEC 06\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\n${level} ROME 000001\n${caption}\nE.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: A BELL\n\n`;
const OPEN = head('UNCLAS');
const CLASSIFIED = head('C O N F I D E N T I A L');
const SENSITIVE = head('UNCLAS', '\nSENSITIVE\n');

/** What is put at `|` when Enter is pressed there; null: nothing but what Enter puts. */
const CASES: [what: string, text: string, put: string | null][] = [
  ['a paragraph without a mark', `${OPEN}1.  One.\n\n2.  Two.|\n\nEXAMPLE\n`, '\n\n3.  '],
  ['one blank behind the number', `${OPEN}1. One.\n\n2. Two.|\n`, '\n\n3. '],
  ['no blank behind the number', `${OPEN}1.(U) One.\n\n2.(U) Two.|\n`, '\n\n3.(U) '],
  ['a bracket', `${OPEN}1) (U) One.\n\n2) (U) Two.|\n`, '\n\n3) (U) '],
  ['the pilcrow of an archive', `${OPEN}¶1.  One.|\n`, '\n\n¶2.  '],
  ['as an entity', `${OPEN}&#182;1.  One.|\n`, '\n\n¶2.  '],
  ['two figures', `${OPEN}1.  One.\n\n¶9.  Nine.|\n`, '\n\n¶10.  '],
  ['a letter', `${OPEN}1.  One.\n\n2a.  More.|\n`, '\n\n2b.  '],
  ['a classified cable', `${CLASSIFIED}1.  (C) One.\n\n2.  (U) Two.|\n`, '\n\n3.  (C) '],
  ['its caveat', `${CLASSIFIED}1.  (C/NF) One.\n\n2.  (C/NF) Two.\n\n3.  (C) Three.|\n`, '\n\n4.  (C/NF) '],
  ['a mark that no paragraph has yet', `${CLASSIFIED}1.  (U) One.|\n`, '\n\n2.  (C) '],
  ['a mark before the number', `${CLASSIFIED}(C) 1. One.\n\n(U) 2. Two.|\n`, '\n\n(C) 3. '],
  ['a sensitive cable', `${SENSITIVE}1.  (SBU) One.\n\n2.  (U) Two.|\n`, '\n\n3.  (SBU) '],
  ['most paragraphs are not marked', `${CLASSIFIED}1.  (U) One.\n\n2.  Two.\n\n3.  Three.|\n`, '\n\n4.  '],
  ['the entire text is', `${CLASSIFIED}1.  (C - ENTIRE TEXT) One.\n\n2.  Two.|\n`, '\n\n3.  '],
  ['the last of several lines', `${OPEN}1.  One\nline and another.|\n\n2.  Two.\n`, '\n\n2.  '],
  ['before blanks', `${OPEN}1.  One.| \n \n2.  Two. \n`, '\n \n2.  '],
  ['behind blanks', `${OPEN}1.  One. |\n`, '\n \n2.  '],
  ['CR LF', `${OPEN}1.  One.|\n`.replaceAll('\n', '\r\n'), '\r\n\r\n2.  '],
  ['a question', `${OPEN}1.  Does it ring?|\n`, '\n\n2.  '],
  ['quoted words', `${OPEN}1.  He said "it rings."|\n`, '\n\n2.  '],
  ['a sentence that goes on', `${OPEN}1.  The bell of the|\n`, null],
  ['a colon', `${OPEN}1.  There are three:|\n`, null],
  ['a line before the last', `${OPEN}1.  One.|\nTwo.\n`, null],
  ['within a line', `${OPEN}1.  One.| Two.\n`, null],
  ['nothing but a number', `${OPEN}1.  One.\n\n2.  |\n`, null],
  ['a list', `${OPEN}1.  Two:\n\n-- one,\n-- two.|\n`, null],
  ['a table', `${OPEN}1.  Two:\n\nNorth     3     4.\nSouth     5     6.|\n`, null],
  ['no number', `${OPEN}The bell rang.|\n`, null],
  ['a quoted text', `${OPEN}1.  One.\n\nBEGIN TEXT\n\n¶7.  The bell.|\n\nEND TEXT\n`, null],
  ['the header', `${OPEN.replace('A BELL', 'A BELL.|')}1.  One.\n`, null],
  ['the signature', `${OPEN}1.  One.\n\nEXAMPLE.|\n`, null],
  ['a blank line', `${OPEN}1.  One.\n|\n2.  Two.\n`, null],
  ['no cable', '|', null],
];

describe('a new paragraph', () => {
  for (const [what, marked, put] of CASES) {
    it(what, () => {
      const offset = marked.indexOf('|');
      const text = marked.replace('|', '');
      const edit = newParagraph(viewOf(parse(text)), offset);
      assert.equal(edit?.text ?? null, put);
      if (edit) assert.match(text.slice(offset, edit.start), /^[ \t]*$/);
    });
    it(`${what}, after Enter`, () => {
      const offset = marked.indexOf('|');
      const end = marked.includes('\r') ? '\r\n' : '\n';
      // An editor keeps the indent of the line above.
      const text = marked.replace('|', `${end}   `);
      const edit = newParagraphBelow(viewOf(parse(text)), offset + end.length + 3);
      if (put === null) assert.equal(edit, null);
      else {
        const after = applyEdits(text, [edit!]);
        const start = marked.slice(0, offset) + end;
        assert.ok(after.startsWith(start));
        assert.equal(
          after
            .slice(start.length)
            .split(end, 2)
            .join(end)
            .replace(/ +(?=\r?\n)/g, ''),
          put.replace(/ +(?=\r?\n)/g, '').slice(end.length),
        );
      }
    });
  }
  it('reads as the next paragraph', () => {
    const text = `${CLASSIFIED}1.  (C) One.\n\n2.  (C) Two.\n\nEXAMPLE\n`;
    const edit = newParagraph(viewOf(parse(text)), text.indexOf('Two.') + 4)!;
    const numbers = viewOf(parse(applyEdits(text, [{ ...edit, text: `${edit.text}Three.` }]))).paragraphs;
    assert.deepEqual(
      numbers.map(({ value }) => value),
      [1, 2, 3],
    );
  });
});
