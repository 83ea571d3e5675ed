import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type MessageView, viewOf } from '../../../server/src/model/view';
import { editParagraph, refold } from '../../../server/src/rewrite/refold';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits, type Edit } from '../../../server/src/text/edits';
import { allCables } from '../../support/fixtures';

const HEAD = 'UNCLAS ROME 000001\n\nE.O. 12958: N/A\nTAGS: IT\nSUBJECT: A BELL\n\n';
const END = '\n¶90.  The end.\n\nEXAMPLE\n';

const paragraphsOf = (view: MessageView) => view.message.body.sections.flatMap(({ paragraphs }) => paragraphs);
/** The edits that fold all paragraphs of a text. */
const edits = (text: string, width?: number): Edit[] => {
  const view = viewOf(parse(text));
  return paragraphsOf(view).flatMap((paragraph) => refold(view, paragraph, width) ?? []);
};
/** A body after folding. */
function folded(body: string, width?: number): string {
  const text = HEAD + body + END;
  const after = applyEdits(text, edits(text, width));
  assert.ok(after.startsWith(HEAD) && after.endsWith(END), 'nothing else changes');
  return after.slice(HEAD.length, -END.length);
}

/** At 40 columns. */
const FOLDED: [what: string, before: string, after: string][] = [
  ['what fits stays', '1.  The bell rang.\n', '1.  The bell rang.\n'],
  [
    'a long line',
    '1.  The bell of the tower rang for all of the afternoon.\n',
    '1.  The bell of the tower rang for all\nof the afternoon.\n',
  ],
  [
    'what goes over flows on',
    '1.  The bell of the tower rang for all of\nthe long afternoon, and then it stopped.\n',
    '1.  The bell of the tower rang for all\nof the long afternoon, and then it\nstopped.\n',
  ],
  [
    'lines that are too short',
    '1.  The bell of\nthe tower rang for\nall of it.\n',
    '1.  The bell of the tower rang for all\nof it.\n',
  ],
  [
    'number and mark',
    '¶1.  (SBU)  The bell of the tower rang for all of it.\n',
    '¶1.  (SBU)  The bell of the tower rang\nfor all of it.\n',
  ],
  [
    'two blanks after a full stop',
    '1.  It rang.  The bell was old and\nthe tower as well.\nThe town was old too.\n',
    '1.  It rang.  The bell was old and the\ntower as well.  The town was old too.\n',
  ],
  [
    'one blank after a full stop',
    '1. It rang. The bell was old and\nthe tower as well.\nThe town was old too.\n',
    '1. It rang. The bell was old and the\ntower as well. The town was old too.\n',
  ],
  [
    'one blank after an abbreviation',
    '1.  It rang.  The bell was that of Mr.\nExample.\n\n2.  It rang.  The bell was of the U.S.\nmission of the town.\n',
    '1.  It rang.  The bell was that of Mr.\nExample.\n\n2.  It rang.  The bell was of the U.S.\nmission of the town.\n',
  ],
  [
    'trailing blanks',
    '1.  The bell of the tower rang for all of the afternoon. \nIt stopped. \n \n',
    '1.  The bell of the tower rang for all \nof the afternoon.  It stopped. \n \n',
  ],
  [
    'CR LF',
    '1.  The bell of the tower rang for all of the afternoon.\r\nIt stopped.\r\n',
    '1.  The bell of the tower rang for all\r\nof the afternoon.  It stopped.\r\n',
  ],
  [
    'indents',
    '1.  The bell of the tower rang for all of the\n    afternoon.\n',
    '1.  The bell of the tower rang for all\n    of the afternoon.\n',
  ],
  [
    'the first line alone indented',
    '   The bell of the tower rang for all of the\nafternoon.\n',
    '   The bell of the tower rang for all of\nthe afternoon.\n',
  ],
  [
    'entities are one character',
    '1.  The town&#8217;s bells rang at noon, &amp; on.\n',
    '1.  The town&#8217;s bells rang at noon, &amp; on.\n',
  ],
  [
    'no line begins like a list',
    '1.  The bells of the tower rang and yet - as\nwe said - did the third, and the 4. too.\n',
    '1.  The bells of the tower rang and\nyet - as we said - did the third, and\nthe 4. too.\n',
  ],
  [
    'page lines: in parts',
    '1.  The bell of the tower rang for all of the\nlong\n\nROME 00000001  002 OF 002\n\n\nafternoon of the day of the feast of May.\n',
    '1.  The bell of the tower rang for all\nof the long\n\nROME 00000001  002 OF 002\n\n\nafternoon of the day of the feast of\nMay.\n',
  ],
];

/** What stays as it is at 40 columns. */
const LEFT: [what: string, body: string][] = [
  ['a list', '1.  Bells:\n\n-- the first bell, which is the oldest of all of them\n-- the second\nwhich is new\n'],
  ['a list with numbers', '1.  Bells:\n\n(1) the first bell, which is the oldest of all of them\nand old.\n'],
  ['a table', '1.  Bells:\n\nNorth tower     three bells     four clappers\nSouth tower     two bells       none\n'],
  ['two columns', '1.  Bells:\n\n    North tower         three bells and a clapper\n    South tower         two\n'],
  ['an address of the web', '1.  See:\nhttp://www.example.org/towers/and/bells/of/rome\nand others.\n'],
  ['a redaction', `1.  The bell\n${'X'.repeat(80)}\nrang.\n`],
  ['a quoted text', '1.  Text:\n\nBEGIN TEXT\n\nThe bell of the tower rang for all of the afternoon.\n\nEND TEXT\n'],
  ['a run-in quotation', '1.  Text: QUOTE\nThe bell of the tower rang for all of the afternoon.\nUNQUOTE\n'],
  ['an address', '1.  Write to\nThe Bell Ringers of Rome\nPiazza Example 7\nRome\n'],
  [
    'participants',
    '1.  Ada Example, Ministry of Bells\nBo Sample, Bell Ringers\nCy Specimen, Old Town Hall\nDee Pattern, City\n',
  ],
  ['a word broken at a hyphen', '1.  The bell of the tower rang for co-\noperation.\n'],
  ['tabs', '1.  The bell of the tower\trang for all of the afternoon.\n'],
  ['a single word', `1.  ${'A'.repeat(45)}\n`],
  ['a lone hyphen', '1.  The bell\n-\nrang.\n'],
];

describe('refold', () => {
  for (const [what, before, after] of FOLDED) it(what, () => assert.equal(folded(before, 40), after));
  for (const [what, body] of LEFT) it(`leaves ${what}`, () => assert.equal(folded(body, 40), body));

  it('has 69 columns', () => {
    const words = 'The bell of the tower of the old town rang for all of the '.repeat(4);
    const lines = folded(`1.  ${words}afternoon.\n`).trimEnd().split('\n');
    assert.deepEqual(lines.map(({ length }) => length).filter((length) => length > 69 || length < 60).length, 1);
  });
  it('changes whole lines, and only those that it must', () => {
    const text = `${HEAD}1.  One two.\nThe bell of the tower rang for all of\nthe long afternoon, and then it stopped.\nIt stopped.\n${END}`;
    const [edit] = edits(text, 38);
    assert.ok(edit && text[edit.start - 1] === '\n' && text[edit.end - 1] === '\n');
  });
  it('makes other edits on its way', () => {
    const text = `${HEAD}1.  The bell of the tower of the old town rang for all of the noon.\n${END}`;
    const view = viewOf(parse(text));
    const { paragraph } = view.paragraphs[0]!;
    const at = paragraph.textStart;
    const insert = { start: at, end: at, text: '(SBU) ' };
    assert.deepEqual(editParagraph(view, paragraph, [{ ...insert, text: '(' }]), [{ ...insert, text: '(' }]);
    assert.equal(
      applyEdits(text, editParagraph(view, paragraph, [insert])),
      text.replace('The bell', '(SBU) The bell').replace('the noon', 'the\nnoon').replace('all of the', 'all of the'),
    );
  });

  const ink = (text: string) => text.replace(/\s+/g, '');
  const word = fc.oneof(
    { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{1,9}$/) },
    fc.constantFrom(
      'Rome',
      'U.S.',
      'Mr.',
      '-',
      '--',
      '3.',
      '(a)',
      'o',
      'a.',
      'bell.',
      '"So."',
      'BELL.',
      'SMITH',
      '¶',
      '***',
      'co-',
      'XXXXXXXXXXXX',
      '&amp;',
      'and/',
      '12',
      'Summary:',
      'http://example.org',
      'x'.repeat(55),
    ),
  );
  const gap = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n',
    ' \n',
    '\n    ',
    '\n\nROME 00000001  002 OF 002\n\n\n',
    '   ',
  );
  const prose = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 60 }).map((parts) => parts.flat().join(''));

  it('keeps every character that is no white space, and folds once and for all', () => {
    fc.assert(
      fc.property(
        fc.array(prose, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 20, max: 80 }),
        (all, end, width) => {
          const body = all.map((each, i) => `${i + 1}.  (U) ${each}`).join('\n\n');
          const text = (HEAD + body + END).replaceAll('\n', end);
          const after = applyEdits(text, edits(text, width));
          assert.equal(ink(after), ink(text));
          assert.equal(/\r(?!\n)|(?<!\r)\n/.test(after), end === '\n' && after.includes('\n'));
          assert.deepEqual(edits(after, width), []);
          const numbers = (each: string) => viewOf(parse(each)).paragraphs.map(({ value }) => value);
          assert.deepEqual(numbers(after), numbers(text), 'the paragraphs are the same');
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
  it('leaves no line of words that is too long', () => {
    const plain = fc.array(fc.stringMatching(/^[a-z]{2,9}[,.]?$/), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(
        plain,
        fc.array(fc.integer({ min: 0, max: 79 })),
        fc.integer({ min: 30, max: 69 }),
        (words, breaks, width) => {
          const body = words
            .map((each, i) => each + (breaks.includes(i) ? '\n' : ' '))
            .join('')
            .trim();
          const lines = folded(`1.  ${body}\n`, width).split('\n');
          for (const line of lines) assert.ok(line.length <= width, line);
          // Full lines: the next word would not have fitted.
          for (const [i, line] of lines.slice(1).entries())
            if (line) assert.ok(lines[i]!.length + 1 + line.split(' ')[0]!.length > width - 2, `${lines[i]}|${line}`);
        },
      ),
      { numRuns: 200 },
    );
  });

  for (const [name, text] of allCables())
    it(`once and for all: ${name}`, () => {
      for (const width of [40, 69]) {
        const after = applyEdits(text, edits(text, width));
        assert.equal(ink(after), ink(text));
        assert.deepEqual(edits(after, width), []);
      }
    });
});
