import assert from 'node:assert/strict';
import { paragraphMentions } from '../../../server/src/model/paragraph-mentions';
import { viewOf } from '../../../server/src/model/view';
import { numbering, renumber } from '../../../server/src/rewrite/renumber';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits } from '../../../server/src/text/edits';
import { allCables } from '../../support/fixtures';

const HEAD = `R 121200Z DEC 06
FM AMEMBASSY ROME
TO SECSTATE WASHDC
UNCLAS ROME 000001

E.O. 12958: N/A
TAGS: PREL, IT
SUBJECT: A BELL
REF: A. STATE 12345
     B. 05 PARIS 77

`;
const END = '\nEXAMPLE\n';

/** The body after renumbering, given as its paragraphs. */
function renumbered(body: string, head = HEAD): string {
  const text = head + body + END;
  const after = applyEdits(text, renumber(viewOf(parse(text))));
  assert.ok(after.startsWith(head) && after.endsWith(END));
  return after.slice(head.length, -END.length);
}
const numbers = (...all: (number | string)[]) => all.map((n) => `${n}.  The bell rang.\n`).join('\n');

/** Numbers before, and after. Each with a sentence of its own. */
const NUMBERS: [what: string, before: string, after: string][] = [
  ['in order', numbers(1, 2, 3), numbers(1, 2, 3)],
  ['one left out', numbers(1, 2, 4), numbers(1, 2, 3)],
  ['all after it', numbers(1, 3, 4, 5), numbers(1, 2, 3, 4)],
  ['one twice', numbers(1, 2, 2, 3), numbers(1, 2, 3, 4)],
  ['two that changed places', numbers(1, 2, 4, '¶3', 5), numbers(1, 2, 3, '¶4', 5)],
  ['a wrong one among right ones', numbers('¶1', '¶2', '¶13', '¶4'), numbers('¶1', '¶2', '¶3', '¶4')],
  ['numbers that were hidden by a wrong one', numbers(1, 4, 3, 4), numbers(1, 2, 3, 4)],
  ['a number that was too high to be read', numbers(1, 22, 3, 4), numbers(1, 2, 3, 4)],
  [
    'a list that begins anew',
    `${numbers(1)}\n1. One.\n\n2. Two.\n\n${numbers(3)}`,
    `${numbers(1)}\n1. One.\n\n2. Two.\n\n${numbers(3)}`,
  ],
  ['from the number of the first', numbers('¶7', '¶9', '¶10'), numbers('¶7', '¶8', '¶9')],
  ['letters follow their number', numbers(1, 3, '3a', '3b', 4), numbers(1, 2, '2a', '2b', 3)],
  ['letters that stand for a number', numbers(1, '2a', '2b', 4), numbers(1, '2a', '2b', 3)],
  ['letters of no paragraph', numbers(1, '¶7a', '¶3'), numbers(1, '¶7a', '¶2')],
  ['two figures', numbers(8, 9, 11).replace('8', '¶8'), numbers('¶8', 9, 10)],
  ['an annex', numbers('¶1', '¶2', '¶4', '¶1', '¶2'), numbers('¶1', '¶2', '¶3', '¶1', '¶2')],
  ['after a list', numbers('¶1', '¶3', '¶1', '¶2', '¶4'), numbers('¶1', '¶2', '¶1', '¶2', '¶3')],
  [
    'a quoted text',
    `${numbers(1)}\nBEGIN TEXT\n\n${numbers('¶7', '¶9')}\nEND TEXT\n\n${numbers('¶3')}`,
    `${numbers(1)}\nBEGIN TEXT\n\n${numbers('¶7', '¶9')}\nEND TEXT\n\n${numbers('¶2')}`,
  ],
  [
    'a list inside',
    `1.  Three:\n\n1. One.\n2. Two.\n\n${numbers(3, 4)}`,
    `1.  Three:\n\n1. One.\n2. Two.\n\n${numbers(2, 3)}`,
  ],
  ['with marks', '1.  (C) One.\n\n3.(U) Three.\n\n(C) 4. Four.\n', '1.  (C) One.\n\n2.(U) Three.\n\n(C) 3. Four.\n'],
  ['without a number', 'The bell.\n\nIt rang.\n', 'The bell.\n\nIt rang.\n'],
];

/** A mention in paragraph 1 of paragraphs 1, 2, 4, 5, 7, which become 1, 2, 3, 4, 5. */
const CITED: [before: string, after: string][] = [
  ['See para 4.', 'See para 3.'],
  ['See para 2.', 'See para 2.'],
  ['See para 3.', 'See para 3.'],
  ['See paragraph 5 below.', 'See paragraph 4 below.'],
  ['(see para 4)', '(see para 3)'],
  ['see para 4 above', 'see para 3 above'],
  ['SEE PARA 4 ABOVE', 'SEE PARA 3 ABOVE'],
  ['See paras 4-7.', 'See paras 3-5.'],
  ['See paras 4 - 7.', 'See paras 3 - 5.'],
  ['See paras 4 through 7.', 'See paras 3 through 5.'],
  ['It is told from para 4 to 7.', 'It is told from para 3 to 5.'],
  ['See paras 3-5.', 'See paras 3-4.'],
  ['See paragraphs 4 and 5.', 'See paragraphs 3 and 4.'],
  ['See paragraphs 2, 4 and 7.', 'See paragraphs 2, 3 and 5.'],
  ['See paras 4, 5, and 7 below.', 'See paras 3, 4, and 5 below.'],
  ['See paras 4/5.', 'See paras 3/4.'],
  ['See para 4 and para 5.', 'See para 3 and para 4.'],
  ['See para. 4, paragraph no. 5 and paragraph (7).', 'See para. 3, paragraph no. 4 and paragraph (5).'],
  ['See para 4a and para 5(b).', 'See para 3a and para 4(b).'],
  ['Post asks for guidance (para\n4).', 'Post asks for guidance (para\n3).'],
  ['See paragraphs 4\nand 5.', 'See paragraphs 3\nand 4.'],
  ['Action request in para 7.', 'Action request in para 5.'],
  ['In para 4, 5 bells are named.', 'In para 3, 5 bells are named.'],
  ['In para 4 and 5 others said so.', 'In para 3 and 5 others said so.'],
  ['Para 4 of this cable has more.', 'Para 3 of this cable has more.'],
  ['See ref A and para 4.', 'See ref A and para 3.'],
  ['The court decided so (see para 4).', 'The court decided so (see para 3).'],
  ['It rang in 2004 (see para 4).', 'It rang in 2004 (see para 3).'],
  ['As we told reftel. Para 4 has more.', 'As we told reftel. Para 3 has more.'],
  ['It costs para 4.5 or para 40.', 'It costs para 4.5 or para 40.'],
  ['Paras 4-5 refer.', 'Paras 3-4 refer.'],
  ['See paragraphs 4 thru 7.', 'See paragraphs 3 thru 5.'],
  ['Paras. 4 & 5 refer.', 'Paras. 3 & 4 refer.'],
  ['See para #4.', 'See para #3.'],
  ['PARAS 4 AND 5 REFER.', 'PARAS 3 AND 4 REFER.'],
  ['SEE PARAGRAPHS 4-5 AND 7.', 'SEE PARAGRAPHS 3-4 AND 5.'],
  ["We thank post for paragraph 4's request.", "We thank post for paragraph 3's request."],
  ['See paragraphs 4 or 5.', 'See paragraphs 3 or 4.'],
  ['See paras 4 – 5.', 'See paras 3 – 4.'],
  ['See para 4; also para 7.', 'See para 3; also para 5.'],
  ['See paragraphs (4) and (5).', 'See paragraphs (3) and (4).'],
  ['See paras 4(a) and 5(b).', 'See paras 3(a) and 4(b).'],
  ['See para\n 4, and\nparas 5-7.', 'See para\n 3, and\nparas 4-5.'],
  ['Comments are in para 4, points in para 5.', 'Comments are in para 3, points in para 4.'],
  ['See paras 4,5,7.', 'See paras 3,4,5.'],
  ['See paras. 4, 5 & 7.', 'See paras. 3, 4 & 5.'],
  ['See paragraph 4-b.', 'See paragraph 3-b.'],
  ['See septel and para 4.', 'See septel and para 3.'],
  ['(ref A and para 7)', '(ref A and para 5)'],
  ['We take up para 7 requests (see also paras 2-4).', 'We take up para 5 requests (see also paras 2-3).'],
  ['Post asks that para 5 be held; para 4 may be passed.', 'Post asks that para 4 be held; para 3 may be passed.'],
  ['See para 4 and 5 below, and ref A para 4.', 'See para 3 and 4 below, and ref A para 4.'],
  ['It costs para 4,500 and para 4,5.', 'It costs para 4,500 and para 4,5.'],
  ['See paras 4,500.', 'See paras 4,500.'],
  // Paragraphs of other texts.
  ['See para 4 of ref A.', 'See para 4 of ref A.'],
  ['See paras 4-7 of reftel.', 'See paras 4-7 of reftel.'],
  ['See ref B para 4.', 'See ref B para 4.'],
  ['See ref (B), paras 4 and 5.', 'See ref (B), paras 4 and 5.'],
  ['Refs A and B (para 4) say so.', 'Refs A and B (para 4) say so.'],
  ['Reftel para 4 asks.', 'Reftel para 4 asks.'],
  ["Reftel's paragraph 4 asks.", "Reftel's paragraph 4 asks."],
  ['REFTEL, PARA 4, ASKS.', 'REFTEL, PARA 4, ASKS.'],
  ['See para 4 reftel.', 'See para 4 reftel.'],
  ['See para 4 (ref A).', 'See para 4 (ref A).'],
  ['See ref A para 4 and para 5.', 'See ref A para 4 and para 5.'],
  ['See reftel\npara 4.', 'See reftel\npara 4.'],
  ['UNSCR 1244 para 4 says so.', 'UNSCR 1244 para 4 says so.'],
  ['Under resolution 1244 (paras 4 and 5) it may.', 'Under resolution 1244 (paras 4 and 5) it may.'],
  ['See para 4 of the agreement.', 'See para 4 of the agreement.'],
  ['See paragraph 4 in the draft text.', 'See paragraph 4 in the draft text.'],
  ['See STATE 12345 para 4.', 'See STATE 12345 para 4.'],
  ['See para 4, STATE 12345.', 'See para 4, STATE 12345.'],
  ['See septel (para 4).', 'See septel (para 4).'],
  ['Article 5, paragraph 4, of the treaty.', 'Article 5, paragraph 4, of the treaty.'],
  ['It changed operative paragraph 4.', 'It changed operative paragraph 4.'],
  ['The treaty asks for it in para 4.', 'The treaty asks for it in para 4.'],
  ['Answers:\nPara 4: Yes.', 'Answers:\nPara 4: Yes.'],
];

describe('renumber', () => {
  for (const [what, before, after] of NUMBERS) it(what, () => assert.equal(renumbered(before), after));

  it('is tried on many ways to cite a paragraph', () =>
    assert.ok(CITED.filter(([before, after]) => before !== after).length >= 40));
  const body = (words: string, all: string) => `1.  ${words}\n\n${all}`;
  for (const [before, after] of CITED)
    it(JSON.stringify(before), () => {
      assert.equal(renumbered(body(before, numbers(2, 4, 5, 7))), body(after, numbers(2, 3, 4, 5)));
    });

  it('over a page line', () => {
    const text = (a: number, b: number) =>
      `1.  We ask for guidance in para\n\nROME 00000001  002 OF 002\n\n\n${a} below.\n\n${numbers(2, b)}`;
    assert.equal(renumbered(text(4, 4)), text(3, 3));
  });
  it('leaves what an annex and a quoted text cite', () => {
    const text = (n: number) =>
      `${numbers('¶1', '¶2')}\n¶${n}.  Text:\n\nBEGIN TEXT\n\nSee para 4.\n\nEND TEXT\n\n¶1.  See para 4.\n`;
    assert.equal(renumbered(text(4)), text(3));
  });
  it('changes what is announced above the text', () => {
    const head = HEAD.replace('SUBJECT: A BELL', 'SUBJECT: A BELL - ACTION REQUEST IN PARA 4');
    const text = head + numbers(1, 2, 4) + END;
    const after = applyEdits(text, renumber(viewOf(parse(text))));
    assert.equal(after, head.replace('PARA 4', 'PARA 3') + numbers(1, 2, 3) + END);
  });
  it('leaves what follows a header given again', () => {
    const again = '\nUNCLAS ROME 000001\n\nE.O. 12958: N/A\nTAGS: IT\nSUBJECT: A BELL\n\n';
    assert.equal(
      renumbered(numbers(1, 2, 4) + again + numbers('¶1', '¶3')),
      numbers(1, 2, 3) + again + numbers('¶1', '¶3'),
    );
    assert.equal(renumbered(numbers(1, 2, 4) + again + numbers(5, 6)), numbers(1, 2, 3) + again + numbers(4, 5));
  });
  it('keeps line breaks, trailing blanks and entities', () => {
    const text = (HEAD + numbers('&para;1', '&para;2', '&para;4') + END).replaceAll('\n', ' \r\n');
    assert.equal(applyEdits(text, renumber(viewOf(parse(text)))), text.replace(';4.', ';3.'));
  });
  it('leaves what is cited by an entity', () => {
    const text = `${HEAD}1.  See para &#52; and para 4.\n\n${numbers(2, 4)}${END}`;
    assert.equal(
      applyEdits(text, renumber(viewOf(parse(text)))),
      text.replace('para 4.', 'para 3.').replace('4.  The', '3.  The'),
    );
  });
  it('numbers what has no number', () => {
    const text = `${HEAD}${numbers(1)}\nThe bell of the tower is old.\n\n${numbers(2, 3)}\nSee para 3.\n${END}`;
    const view = viewOf(parse(text));
    const without = view.paragraphs.filter(({ paragraph }) => !paragraph.number);
    assert.equal(
      applyEdits(text, renumber(view, without.slice(0, 1))),
      `${HEAD}${numbers(1)}\n2.  The bell of the tower is old.\n\n${numbers(3, 4)}\nSee para 4.\n${END}`,
    );
  });
  it('folds a paragraph of which a line gets too long', () => {
    const line = 'The bell of the tower of the old town rang for all of the afternoon.';
    const text = `${HEAD}${numbers(1)}\n${line}\n\n${numbers(2, 3)}${END}`;
    const view = viewOf(parse(text));
    const without = view.paragraphs.filter(({ paragraph }) => !paragraph.number);
    assert.equal(
      applyEdits(text, renumber(view, without)),
      text
        .replace('The bell of the tower', '2.  The bell of the tower')
        .replace('the afternoon', 'the\nafternoon')
        .replace('2.  The bell rang', '3.  The bell rang')
        .replace(/3(?=\. {2}The bell rang\.\n\nEX)/, '4'),
    );
  });

  for (const [name, text] of allCables())
    it(`twice is as once: ${name}`, () => {
      const view = viewOf(parse(text));
      const after = applyEdits(text, renumber(view));
      const again = viewOf(parse(after));
      assert.deepEqual(renumber(again), []);
      const values = numbering(again).map(({ value }) => value);
      assert.ok(values.every((value, i) => i === 0 || value - values[i - 1]! <= 1));
    });
});

describe('mentions of paragraphs', () => {
  it('have the place of their digits', () => {
    const text = `${HEAD}1.  See paras 2-4a and PARAGRAPH (11).\n\n${numbers(2, 3)}${END}`;
    assert.deepEqual(
      paragraphMentions(viewOf(parse(text))).map(({ start, end, value, letter, range }) => [
        text.slice(start, end),
        value,
        letter,
        range,
      ]),
      [
        ['2', 2, '', 'from'],
        ['4', 4, 'a', 'to'],
        ['11', 11, '', null],
      ],
    );
  });
  it('cost time in step with the length of the text', () => {
    const text = `${HEAD}1.  ${'para '.repeat(20_000)}\n\n2.  ${'para 1, '.repeat(20_000)}\n\n3.  para${' '.repeat(50_000)}${END}`;
    const view = viewOf(parse(text));
    const start = process.cpuUsage();
    paragraphMentions(view);
    assert.ok(process.cpuUsage(start).user < 2_000_000);
  });
});
