import assert from 'node:assert/strict';
import { type MessageView, viewOf } from '../../../server/src/model/view';
import {
  breakLine,
  deleteLines,
  fieldLines,
  insertHeaderLine,
  insertLine,
  reorder,
  wholeLines,
} from '../../../server/src/rewrite/header-lines';
import { SMART } from '../../../server/src/rules/specimens';
import { parse } from '../../../server/src/syntax/parse';
import type { Field, FieldKind } from '../../../server/src/syntax/tree';
import { applyEdits, type Edit } from '../../../server/src/text/edits';

const ADDRESSES = 'R 121200Z DEC 06\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\n';
const HEADER = `UNCLAS ROME 000001

SIPDIS

FOR EUR/WE

E.O. 12958: N/A
TAGS: PREL, IT
SUBJECT: A BELL

REF: STATE 12345

Classified By: Ambassador Ada Example for reasons 1.4 (b).

`;
const TEXT = '1.  The bell rang.\n\n2.  It stopped.\n';
const FULL = ADDRESSES + HEADER + TEXT;

const viewed = (text: string): MessageView => viewOf(parse(text));
const field = (view: MessageView, kind: FieldKind): Field => view.fields(kind)[0]!;
/** The text after what a function does to it; null where it does nothing. */
const done = (text: string, change: (view: MessageView) => Edit | readonly Edit[] | null): string | null => {
  const edits = change(viewed(text));
  return edits && applyEdits(text, 'start' in edits ? [edits] : edits);
};
/** Ways to end a line, and how to write a text with them. */
const BREAKS: Record<string, (text: string) => string> = {
  LF: (text) => text,
  'CR LF': (text) => text.replaceAll('\n', '\r\n'),
  CR: (text) => text.replaceAll('\n', '\r'),
  'blanks and LF': (text) => text.replaceAll('\n', '  \n'),
};

/** [kind, line, what is missing around it in the full header] */
const LINES: [FieldKind, string, string][] = [
  ['classification', 'UNCLAS ROME 000001', 'UNCLAS ROME 000001\n'],
  ['caption', 'SIPDIS', 'SIPDIS\n\n'],
  ['attention', 'FOR EUR/WE', 'FOR EUR/WE\n\n'],
  ['eo', 'E.O. 12958: N/A', 'E.O. 12958: N/A\n'],
  ['tags', 'TAGS: PREL, IT', 'TAGS: PREL, IT\n'],
  ['subject', 'SUBJECT: A BELL', 'SUBJECT: A BELL\n'],
  ['ref', 'REF: STATE 12345', 'REF: STATE 12345\n\n'],
  [
    'classified-by',
    'Classified By: Ambassador Ada Example for reasons 1.4 (b).',
    'Classified By: Ambassador Ada Example for reasons 1.4 (b).\n\n',
  ],
];

/** [what, header before, kind, line, header after] */
const INSERTED: [string, string, FieldKind, string, string][] = [
  [
    'a second caption below the first',
    'UNCLAS ROME 000001\n\nSENSITIVE\n\nTAGS: PREL\n\n',
    'caption',
    'SIPDIS',
    'UNCLAS ROME 000001\n\nSENSITIVE\nSIPDIS\n\nTAGS: PREL\n\n',
  ],
  [
    'a caption with blank lines where there were none',
    'UNCLAS ROME 000001\nE.O. 12958: N/A\nTAGS: PREL\n\n',
    'caption',
    'SIPDIS',
    'UNCLAS ROME 000001\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL\n\n',
  ],
  [
    'a caption above one that came late',
    'UNCLAS ROME 000001\n\nE.O. 12958: N/A\nSIPDIS\nTAGS: PREL\n\n',
    'caption',
    'SENSITIVE',
    'UNCLAS ROME 000001\n\nSENSITIVE\n\nE.O. 12958: N/A\nSIPDIS\nTAGS: PREL\n\n',
  ],
  [
    'the first line of its block apart from the caption',
    'UNCLAS ROME 000001\n\nSIPDIS\n\nREF: STATE 12345\n\n',
    'subject',
    'SUBJECT: A BELL',
    'UNCLAS ROME 000001\n\nSIPDIS\n\nSUBJECT: A BELL\n\nREF: STATE 12345\n\n',
  ],
  [
    'SUBJECT below TAGS, not above REF',
    'UNCLAS ROME 000001\n\nTAGS: PREL\n\nREF: STATE 12345\n\n',
    'subject',
    'SUBJECT: A BELL',
    'UNCLAS ROME 000001\n\nTAGS: PREL\nSUBJECT: A BELL\n\nREF: STATE 12345\n\n',
  ],
  [
    'REF below a subject of two lines',
    'UNCLAS ROME 000001\n\nTAGS: PREL\nSUBJECT: A BELL\nAND A TOWER\n\n',
    'ref',
    'REF: STATE 12345',
    'UNCLAS ROME 000001\n\nTAGS: PREL\nSUBJECT: A BELL\nAND A TOWER\n\nREF: STATE 12345\n\n',
  ],
  [
    'Classified By below REF that stands under SUBJECT',
    'UNCLAS ROME 000001\n\nTAGS: PREL\nSUBJECT: A BELL\nREF: A. STATE 12345\n     B. ROME 12\n\n',
    'classified-by',
    'Classified By: A. Example.',
    'UNCLAS ROME 000001\n\nTAGS: PREL\nSUBJECT: A BELL\nREF: A. STATE 12345\n     B. ROME 12\n\nClassified By: A. Example.\n\n',
  ],
  [
    'a line above all others',
    'TAGS: PREL\nSUBJECT: A BELL\n\n',
    'caption',
    'SIPDIS',
    '\nSIPDIS\n\nTAGS: PREL\nSUBJECT: A BELL\n\n',
  ],
  [
    'TAGS before SUBJECT where E.O. stands below it',
    'UNCLAS ROME 000001\n\nSUBJECT: A BELL\nE.O. 12958: N/A\n\n',
    'tags',
    'TAGS: PREL',
    'UNCLAS ROME 000001\n\nTAGS: PREL\nSUBJECT: A BELL\nE.O. 12958: N/A\n\n',
  ],
];

describe('header lines', () => {
  describe('are put in their places', () => {
    for (const [name, written] of Object.entries(BREAKS))
      for (const [kind, line, missing] of LINES)
        it(`${kind}, with ${name}`, () => {
          assert.ok(FULL.includes(missing));
          const after = done(written(FULL.replace(missing, '')), (view) => insertHeaderLine(view, kind, line));
          assert.equal(after?.replace(/ +(?=\n)/g, ''), written(FULL).replace(/ +(?=\n)/g, ''));
        });
    for (const [what, before, kind, line, after] of INSERTED)
      it(what, () =>
        assert.equal(
          done(ADDRESSES + before + TEXT, (view) => insertHeaderLine(view, kind, line)),
          ADDRESSES + after + TEXT,
        ),
      );
    it('in a web copy between its own line breaks', () => {
      const web = (text: string) => text.replaceAll('\n', '&#x000A;');
      const after = done(web(FULL.replace('TAGS: PREL, IT\n', '')), (view) =>
        insertHeaderLine(view, 'tags', 'TAGS: IT'),
      );
      assert.equal(after, web(FULL).replace('TAGS: PREL, IT&#x000A;', 'TAGS: IT\n'));
    });
    it('at the end of a text that no line break ends', () => {
      const text = `${ADDRESSES}UNCLAS ROME 000001\n\nTAGS: PREL`;
      const insert = (kind: FieldKind, line: string) => done(text, (view) => insertHeaderLine(view, kind, line));
      assert.equal(insert('subject', 'SUBJECT: A BELL'), `${text}\nSUBJECT: A BELL`);
      assert.equal(insert('ref', 'REF: ROME 12'), `${text}\n\nREF: ROME 12`);
    });
  });

  describe('are not put in', () => {
    const refused = (text: string, kind: FieldKind) => done(text, (view) => insertHeaderLine(view, kind, 'X'));
    it('where the place is inside a joined line', () => {
      const joined = FULL.replace('N/A\nTAGS: PREL, IT\nSUBJECT', 'N/A SUBJECT');
      assert.equal(refused(joined, 'tags'), null);
      assert.equal(refused(FULL.replace('A BELL\n\nREF', 'A BELLREF'), 'subject'), null);
    });
    it('without a text header', () => assert.equal(refused(ADDRESSES, 'tags'), null));
    it('in the SMART layout, whose fields are others', () => assert.equal(refused(SMART, 'caption'), null));
    it('if they are no lines of the text header', () => assert.equal(refused(FULL, 'from'), null));
  });

  describe('are taken out', () => {
    const cut = (text: string, part: string) =>
      done(text, (view) => deleteLines(view, { start: text.indexOf(part), end: text.indexOf(part) + part.length }));
    for (const [name, written] of Object.entries(BREAKS))
      it(`whole, with ${name}`, () =>
        assert.equal(cut(written(FULL), 'PREL'), written(FULL).replace(written('TAGS: PREL, IT\n'), '')));
    it('with one of the blank lines above and below', () =>
      assert.equal(cut(FULL, 'SIPDIS'), FULL.replace('SIPDIS\n\n', '')));
    it('but not the only blank line', () =>
      assert.equal(cut(FULL.replace('\n\nSIPDIS', '\nSIPDIS'), 'SIPDIS'), FULL.replace('\n\nSIPDIS', '')));
    it('several of them', () =>
      assert.equal(cut(FULL, 'N/A\nTAGS'), FULL.replace('E.O. 12958: N/A\nTAGS: PREL, IT\n', '')));
    it('at the end of the text', () => {
      assert.equal(cut('one\ntwo\nthree', 'three'), 'one\ntwo');
      assert.equal(cut('one\r\ntwo', 'two'), 'one');
      assert.equal(cut('one', 'one'), '');
      assert.equal(cut('one\n', 'one'), '');
    });
  });

  describe('are broken', () => {
    const broken = (text: string, before: string) => done(text, (view) => breakLine(view, text.indexOf(before)));
    it('without the blanks around the break', () => {
      assert.equal(broken('N/A  TAGS: PREL\n', 'TAGS'), 'N/A\nTAGS: PREL\n');
      assert.equal(broken('0034UNCLAS ROME\r\n', 'UNCLAS'), '0034\r\nUNCLAS ROME\r\n');
    });
    it('also by a line of their own', () =>
      assert.equal(
        done(FULL, (view) => insertLine(view, FULL.indexOf('UNCLAS'), 'BT')),
        FULL.replace('UNCLAS', 'BT\nUNCLAS'),
      ));
  });

  describe('are put in order', () => {
    const KINDS: readonly FieldKind[] = ['eo', 'tags', 'subject', 'ref'];
    const ordered = (text: string) =>
      done(text, (view) => {
        const all = (view.message.header?.fields ?? []).filter(({ kind }) => KINDS.includes(kind));
        return reorder(
          view,
          all,
          [...all].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
        );
      });
    const three = (a: string, b: string, c: string) =>
      FULL.replace('E.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: A BELL\n', [a, b, c].map((line) => `${line}\n`).join(''));
    for (const [name, written] of Object.entries(BREAKS))
      it(`each in the place of another, with ${name}`, () =>
        assert.equal(
          ordered(written(three('SUBJECT: A BELL', 'TAGS: PREL, IT', 'E.O. 12958: N/A')))?.replace(/ +(?=\n)/g, ''),
          written(FULL).replace(/ +(?=\n)/g, ''),
        ));
    it('with what stands between them left alone', () =>
      assert.equal(
        ordered(
          FULL.replace(
            'SUBJECT: A BELL\n\nREF: STATE 12345\n',
            'REF: A. STATE 12345\n     B. ROME 12\n\nSUBJECT: A BELL\n',
          ),
        ),
        FULL.replace('REF: STATE 12345\n', 'REF: A. STATE 12345\n     B. ROME 12\n'),
      ));
    it('not where one shares its line', () =>
      assert.equal(ordered(three('TAGS: PREL, IT E.O. 12958: N/A', 'SUBJECT: A BELL', '')), null));
  });

  describe('have whole lines', () => {
    it('with the break after them', () => {
      const view = viewed('one\r\ntwo\r\n');
      assert.deepEqual(wholeLines(view, { start: 1, end: 2 }), { start: 0, end: 5 });
      assert.deepEqual(wholeLines(view, { start: 2, end: 7 }), { start: 0, end: 10 });
    });
    it('or, in the last line, the break before', () =>
      assert.deepEqual(wholeLines(viewed('one\r\ntwo'), { start: 6, end: 7 }), { start: 3, end: 8 }));
    it('to the last with text', () => {
      const view = viewed(FULL);
      assert.equal(view.text(fieldLines(view, field(view, 'ref'))), 'REF: STATE 12345\n');
    });
  });
});
