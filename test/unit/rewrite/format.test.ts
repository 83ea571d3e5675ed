import assert from 'node:assert/strict';
import { FORMAT_DEFAULTS, type FormatOptions, format } from '../../../server/src/rewrite/format';
import { whiteSpaceEdits } from '../../../server/src/rewrite/white-space';
import { formatCable } from '../../../server/src/rules/formatting';
import { parse } from '../../../server/src/syntax/parse';
import type { Cable } from '../../../server/src/syntax/tree';
import { applyEdits } from '../../../server/src/text/edits';
import type { Steps } from '../../../server/src/text/steps';
import { finish } from '../../../server/src/text/steps';

const HEAD = `R 121200Z DEC 06
FM AMEMBASSY ROME
TO SECSTATE WASHDC
UNCLAS ROME 000001

E.O. 12958: N/A
TAGS: PREL, IT
SUBJECT: A BELL

`;
const END = '\n\nEXAMPLE\n';
const made = (text: string, options: Partial<FormatOptions> = {}): string =>
  applyEdits(text, finish(format(parse(text), { ...FORMAT_DEFAULTS, ...options })));
/** What becomes of lines of the body. */
const body = (lines: string, options: Partial<FormatOptions> = {}): string => {
  const after = made(HEAD + lines + END, options);
  assert.ok(after.startsWith(HEAD) && after.endsWith(END), after);
  return after.slice(HEAD.length, -END.length);
};

const LONG = '1.  The bell of the tower of the old town rang for the whole of the long afternoon in May.';
const FOLDED = '1.  The bell of the tower of the old town rang for the whole of the\nlong afternoon in May.';
const TABLE = 'Tower        Bells      Age\nNorth           3       204\nSouth          12        90';

const BODIES: [what: string, before: string, after: string][] = [
  ['a long line', LONG, FOLDED],
  [
    'short lines',
    '1.  The bell of the tower\nof the old town rang for the whole of the long\nafternoon in May.',
    FOLDED,
  ],
  ['two blank lines', '1.  One.\n\n\n2.  Two.', '1.  One.\n\n2.  Two.'],
  ['no blank line', '1.  One.\n2.  Two.', '1.  One.\n\n2.  Two.'],
  ['a heading', '1.  One.\n\n\nThe Bell\n--------\n2.  Two.', '1.  One.\n\nThe Bell\n--------\n\n2.  Two.'],
  ['a rule that is too short', '1.  One.\n\nThe Bell\n---\n\n2.  Two.', '1.  One.\n\nThe Bell\n--------\n\n2.  Two.'],
  ['rules above and below', '----\nThe Bell\n----\n\n1.  One.', '--------\nThe Bell\n--------\n\n1.  One.'],
  ['a rule across the page', `The Bell\n${'-'.repeat(60)}\n\n1.  One.`, `The Bell\n${'-'.repeat(60)}\n\n1.  One.`],
  ['trailing blanks', '1.  One.  \n \t\n2.  Two. ', '1.  One.\n\n2.  Two.'],
  [
    'a section line',
    '1.  The bell rang as long as the\nROME 00000001  002 OF 002\nafternoon.',
    '1.  The bell rang as long as the\n\nROME 00000001  002 OF 002\n\n\nafternoon.',
  ],
  ['what follows a table', `1.  Bells:\n\n${TABLE}\n\n\nNo more.`, `1.  Bells:\n\n${TABLE}\n\nNo more.`],
];
const KEPT: [what: string, body: string][] = [
  ['a table', `1.  Bells:\n\n${TABLE}`],
  ['blank lines in a table', `1.  Bells:\n\n${TABLE.replaceAll('\n', '\n\n\n')}`],
  [
    'a list',
    '1.  Bells:\n\n-- one that is large,\n-- one\n-- one that is small and old, and stands in the yard behind the tower of the town.',
  ],
  ['a letter list', '1.  Bells:\n\nA. ONE\nB. TWO\n   OF THEM\nC. THREE'],
  ['a quoted text', '1.  He wrote:\n\nBEGIN TEXT\n\nThe bell\nis old.\n\n\nIt is tired.\n\nEND TEXT'],
  ['a redaction', `1.  The bell of\n${'X'.repeat(80)}\nrang.`],
  ['verses', '1.  They sang:\n\nOh bell\nOh bell of ours\nOh ring\nOh ring for us\nOh ring'],
  ['an address', '1.  See:\nhttp://www.example.org/towers/of/the/world/and/their/bells/in/order/of/size'],
  ['a compound at the end of a line', '1.  The bell of the tower of the old town rang for a half-\nhour.'],
];

const HEADERS: [what: string, before: string, after: string][] = [
  ['TAGS', 'TAGS: PREL, IT', 'TAGS: PREL, IT'],
  ['blanks between TAGS', 'TAGS:PREL,IT ,  FR', 'TAGS: PREL, IT, FR'],
  ['TAGS without commas', 'TAGS:   PREL   IT', 'TAGS: PREL IT'],
  ['TAGS with a person', 'TAGS: OVIP (EXAMPLE,  ADA),PREL', 'TAGS: OVIP (EXAMPLE,  ADA), PREL'],
  [
    'many TAGS',
    'TAGS: PREL PGOV ECON ETRD SENV EFIS EAIR ELTN TSPL TPHY KSCA KGHG KGRN PARM IT',
    'TAGS: PREL PGOV ECON ETRD SENV EFIS EAIR ELTN TSPL TPHY KSCA KGHG\n      KGRN PARM IT',
  ],
  ['TAGS on two lines that have room on one', 'TAGS: PREL,\n   IT', 'TAGS: PREL, IT'],
  ['references', 'REF: A. ROME 7 B. 05 PARIS 9', 'REF: A. ROME 7\n     B. 05 PARIS 9'],
  ['references in brackets', 'REF: (A) ROME 7, (B) 05 PARIS 9', 'REF: (A) ROME 7,\n     (B) 05 PARIS 9'],
  [
    'references that do not stand below each other',
    'REF:A. ROME 7\n \tB. PARIS 9\nC. BONN 1',
    'REF: A. ROME 7\n     B. PARIS 9\n     C. BONN 1',
  ],
  ['below the label', 'REFS:\n  A. ROME 7 B. PARIS 9', 'REFS:\n  A. ROME 7\n  B. PARIS 9'],
  ['a reference in pieces', 'REF: A. ROME 7; B. RIO\nDE JANEIRO 9', 'REF: A. ROME 7;\n     B. RIO DE JANEIRO 9'],
  ['letters that are none', 'REF: LETTER OF MR. A. EXAMPLE AND B. OTHER', 'REF: LETTER OF MR. A. EXAMPLE AND B. OTHER'],
  ['one without a letter', 'REF:  ROME 7', 'REF:  ROME 7'],
  ['a line that is not understood', 'QUEUE  7,8', 'QUEUE  7,8'],
];

/** What stands behind labels. */
const LABELS: [what: string, before: string, after: string][] = [
  ['two blanks behind it', 'SUBJECT:  A BELL', 'SUBJECT: A BELL'],
  ['a blank before the colon', 'SUBJECT : A BELL', 'SUBJECT: A BELL'],
  ['no blank', 'SUBJECT:A BELL', 'SUBJECT: A BELL'],
  ['blanks within a subject', 'SUBJECT: A BELL -  ITS TOWER', 'SUBJECT: A BELL -  ITS TOWER'],
  ['a subject on the next line', 'SUBJECT:\nA BELL', 'SUBJECT:\nA BELL'],
  ['blanks within an order', 'E.O.  12958:   DECL:  12/12/2016', 'E.O. 12958: DECL: 12/12/2016'],
  ['no blank before an order', 'E.O.12958: N/A', 'E.O. 12958: N/A'],
];

describe('format', () => {
  for (const [what, before, after] of LABELS)
    it(`label: ${what}`, () => {
      const text = (line: string) => HEAD.replace(before.startsWith('E') ? /E\.O\..*/ : /SUBJECT: .*/, line);
      assert.equal(made(`${text(before)}1.  One.${END}`), `${text(after)}1.  One.${END}`);
    });
  for (const [what, before, after] of BODIES) it(what, () => assert.equal(body(before), after));
  for (const [what, lines] of KEPT) it(`leaves ${what}`, () => assert.equal(body(lines), lines));
  for (const [what, before, after] of HEADERS)
    it(`header: ${what}`, () => {
      const text = (line: string) =>
        HEAD.replace(/TAGS: .*\n/, '').replace('SUBJECT: A BELL\n', `SUBJECT: A BELL\n${line}\n`);
      assert.equal(made(`${text(before)}1.  One.${END}`), `${text(after)}1.  One.${END}`);
    });

  it('folds to other widths', () => {
    for (const width of [55, 65]) {
      const lines = body(LONG, { width }).split('\n');
      assert.ok(lines.every((line) => line.length <= width) && lines[0]!.length > width - 12);
    }
  });
  it('keeps trailing blanks if asked', () => {
    const text = `${HEAD}1.  One. \n \n2.  Two.${END}`;
    assert.equal(made(text, { keepTrailingBlanks: true }), text);
  });
  it('ends the last line, or not', () => {
    const text = `${HEAD}1.  One.\n\nEXAMPLE`;
    assert.equal(made(text), `${text}\n`);
    assert.equal(made(text, { finalBreak: false }), text);
    assert.equal(made(`${text}\n\n\n`), `${text}\n`);
  });
  for (const end of ['\r\n', '\r'])
    it(`keeps ${JSON.stringify(end)}`, () => {
      const lines = (all: string) => (HEAD + all + END).replaceAll('\n', end);
      assert.equal(made(lines(`${LONG}\n2.  Two.`)), lines(`${FOLDED}\n\n2.  Two.`));
    });
  it('is as willing in the record of an archive', () => {
    const preamble = '06ROME1\nA BELL\nTue Dec 12 00:00:00 +0100 2006\nUNCLASSIFIED\nEmbassy Rome\n';
    assert.equal(made(`${preamble}${HEAD}${LONG}${END}`), `${preamble}${HEAD}${FOLDED}${END}`);
  });
  it('formats the lines that a span touches, and no other', () => {
    const text = `${HEAD}${LONG}\n\n${LONG.replace('1', '2')}\n\n\n${LONG.replace('1', '3')}${END}`;
    const at = text.indexOf('2.  The');
    const after = applyEdits(text, finish(format(parse(text), FORMAT_DEFAULTS, { start: at + 20, end: at + 30 })));
    assert.equal(after, text.replace(LONG.replace('1', '2'), FOLDED.replace('1', '2')));
    const whole = applyEdits(text, finish(format(parse(text), FORMAT_DEFAULTS, { start: 0, end: text.length })));
    assert.equal(whole, made(text));
  });
  it('makes small edits', () => {
    const text = `${HEAD}1.  One.  \n\n2.  Two.\n\n\n${LONG.replace('1', '3')}${END}`;
    assert.deepEqual(
      finish(format(parse(text))).map((edit) => [text.slice(edit.start, edit.end), edit.text]),
      [
        ['  ', ''],
        ['\n', ''],
        [' ', '\n'],
      ],
    );
  });
  it('leaves out what would make another cable of it', () => {
    // Without the blank between them, two lines would be one.
    const text = `${HEAD}1.  One. \\ \n2 \n.  Two.${END}`;
    assert.equal(applyEdits(text, finish(formatCable(parse(text)))).replace(/\s/g, ''), text.replace(/\s/g, ''));
  });
  it('leaves out what is not good', () => {
    const must = (holds: (cable: Cable) => boolean) =>
      function* (cable: Cable): Steps<boolean> {
        yield;
        return holds(cable);
      };
    const text = `${HEAD}${LONG}\n\n${LONG.replace('1', '2')}${END}`;
    const after = applyEdits(
      text,
      finish(
        format(
          parse(text),
          FORMAT_DEFAULTS,
          null,
          must((cable) => !cable.text.includes('of the\nlong')),
        ),
      ),
    );
    assert.equal(after, text);
    const one = applyEdits(
      text,
      finish(
        format(
          parse(text),
          FORMAT_DEFAULTS,
          null,
          must((cable) => cable.text.split('of the\nlong').length < 3),
        ),
      ),
    );
    assert.equal(one, text.replace(LONG, FOLDED));
  });
  it('costs time in step with the length of the text', () => {
    const time = (count: number): number => {
      const cable = parse(
        `${HEAD}${`¶1.  One.\nBEGIN TEXT\nof it\nEND TEXT\n${LONG.replace('1', '¶2')}\n\n\n`.repeat(count)}${END}`,
      );
      const start = process.cpuUsage();
      finish(format(cable));
      return process.cpuUsage(start).user;
    };
    time(200);
    assert.ok(time(2000) < 40 * Math.max(time(200), 2000));
  });
});

describe('white space edits', () => {
  const CASES: [before: string, after: string, edits: number][] = [
    ['a b', 'a b', 0],
    ['a  b', 'a b', 1],
    ['a b\nc', 'a\nb c', 2],
    ['a,b', 'a, b', 1],
    ['a\r\n\r\nb', 'a\r\nb', 1],
    ['a\rb', 'a\r\nb', 1],
    ['a \n', 'a\n', 1],
    ['a', 'a\n', 1],
    ['T\n---\nx', 'T\n-----\nx', 1],
    ['T\n-----\n\nx', 'T\n---\nx', 2],
    ['abc', 'xyz', 1],
    ['', '\n', 1],
  ];
  for (const [before, after, count] of CASES)
    it(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      const edits = whiteSpaceEdits(before, after);
      assert.equal(applyEdits(before, edits), after);
      assert.equal(edits.length, count);
      for (const { start, end } of edits)
        for (const at of [start, end]) assert.ok(!(before[at - 1] === '\r' && before[at] === '\n'));
    });
});
