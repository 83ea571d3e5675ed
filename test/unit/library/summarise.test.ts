import assert from 'node:assert/strict';
import { summaries } from '../../../server/src/library/summarise';
import type { Summary } from '../../../server/src/library/summary';
import { parse } from '../../../server/src/syntax/parse';
import { allCables, readCable } from '../../support/fixtures';
import { generate } from '../../support/generate';

const read = (text: string): readonly Summary[] => summaries(parse(text));
const one = (text: string): Summary => {
  const [first, ...others] = read(text);
  assert.ok(first);
  assert.equal(others.length, 0);
  return first;
};

/** A cable with these lines in place of some of its own. */
const cable = ({
  fl4 = 'ZNY CCCCC ZZH',
  line = 'C O N F I D E N T I A L LUSAKA 000412',
  caption = 'SIPDIS',
  subject = 'SUBJECT: (C) A BRIDGE',
  ref = 'REF: A. 05 STATE 201337\n     B. LUSAKA 88',
  text = '1. (C) It stands.',
}: Partial<Record<'fl4' | 'line' | 'caption' | 'subject' | 'ref' | 'text', string>>): string => `DE RUEHLS #0412 0821154
${fl4}
P 231154Z MAR 06
FM AMEMBASSY LUSAKA
TO RUEHC/SECSTATE WASHDC PRIORITY 5312
BT
${line}

${caption}

E.O. 12958: DECL: 03/23/2016
TAGS: PREL, ZA, PREL
${subject}

${ref}

${text}
SMITH
BT
#0412
NNNN
`;

describe('what a library keeps of a cable', () => {
  it('is its number, date, subject, class, TAGS and originator', () => {
    const { citations: _, ...summary } = one(cable({}));
    assert.deepEqual(summary, {
      id: '06LUSAKA412',
      post: 'LUSAKA',
      year: 2006,
      serial: 412,
      date: Date.UTC(2006, 2, 23, 11, 54) / 60_000,
      subject: 'A BRIDGE',
      level: 'CONFIDENTIAL',
      sensitive: false,
      tags: ['PREL', 'ZA'],
      from: 'AMEMBASSY LUSAKA',
      section: null,
      sections: null,
      copy: null,
      at: { line: 12, character: 0, endLine: 12, endCharacter: 21 },
    });
  });

  it('is what it cites: the entries of the REF block, and numbers in subject and text', () => {
    const text = cable({
      subject: 'SUBJECT: ANSWER TO 05 STATE 201337',
      text: '1. (C) See 06 Lusaka 95 and 2004 ROME 77. This is\n06 LUSAKA 412.\n\n2. (C) As 05LISBON9 said, ref A was late.',
    });
    const cited = one(text).citations.map(({ id, label, listed, ...at }) => [
      id,
      label,
      listed,
      text.split('\n')[at.line]!.slice(at.character, at.line === at.endLine ? at.endCharacter : undefined),
    ]);
    assert.deepEqual(cited, [
      ['05STATE201337', null, false, '05 STATE 201337'],
      ['05STATE201337', 'A', true, '05 STATE 201337'],
      ['06LUSAKA88', 'B', true, 'LUSAKA 88'],
      ['06LUSAKA95', null, false, '06 Lusaka 95'],
      ['04ROME77', null, false, '2004 ROME 77'],
      ['05LISBON9', null, false, '05LISBON9'],
    ]);
  });

  it('leaves out an entry without a number, and the cable itself', () => {
    const { citations } = one(cable({ ref: 'REF: A. TELCON SMITH/JONES  B. 06 LUSAKA 412  C. ROME 5' }));
    assert.deepEqual(
      citations.map(({ id, label }) => `${id} ${label}`),
      ['06ROME5 C'],
    );
  });

  const copies: readonly [Parameters<typeof cable>[0], Summary['copy']][] = [
    [{}, null],
    [{ fl4: 'ZNY CCCCC ZDK' }, 'repeated'],
    [{ fl4: 'ZNY CCCCC ZFD' }, 'repeated'],
    [{ line: 'C O N F I D E N T I A L LUSAKA 000412 SUSPECTED DUPLICATE' }, 'repeated'],
    [{ fl4: 'ZNY CCCCC ZDS' }, 'corrected'],
    [{ fl4: 'ZNY CCCCC ZEL ZDK' }, 'corrected'],
    [{ caption: 'C O R R E C T E D  C O P Y (PARA 2)' }, 'corrected'],
    [{ caption: 'CORRECTED COPY//PARA 2//////' }, 'corrected'],
    [{ text: '1. (C) ZDK. It is a SUSPECTED DUPLICATE, not a CORRECTED COPY.' }, null],
  ];
  for (const [lines, copy] of copies)
    it(`is a ${copy ?? 'first'} copy: ${JSON.stringify(lines)}`, () => {
      const summary = one(cable(lines));
      assert.equal(summary.copy, copy);
      assert.equal(summary.id, '06LUSAKA412');
    });

  const LINE = 'C O N F I D E N T I A L SECTION';
  const page = (section: number, of: number): string => `LUSAKA 00000412  00${section} OF 00${of}`;
  const sections: readonly [string, string, number | null, number | null][] = [
    ['1. (C) It stands.', `${LINE} 02 OF 03 LUSAKA 000412`, 2, 3],
    ['1. (C) It stands.', `${LINE} 01 OF 03 LUSAKA 000412`, 1, 3],
    ['1. (C) It stands.', `${LINE} 01 OF 01 LUSAKA 000412`, null, null],
    [`1. (C) It\n\n${page(2, 2)}\n\n\nstands.`, `${LINE} 01 OF 02 LUSAKA 000412`, null, null],
    [`1. (C) It\n\n${page(2, 3)}\n\n\nstands.`, `${LINE} 01 OF 03 LUSAKA 000412`, 1, 3],
  ];
  for (const [text, line, section, of] of sections)
    it(`is ${section ?? 'all'} of ${of ?? 'it'}: ${line}, ${JSON.stringify(text)}`, () => {
      const summary = one(cable({ line, text }));
      assert.deepEqual([summary.section, summary.sections], [section, of]);
    });

  it('is an archive class where there is no line of the class', () => {
    const summary = one(
      '06LUSAKA412\nA BRIDGE\nThu Mar 23 00:00:00 +0200 2006\nUNCLASSIFIED//FOR OFFICIAL USE ONLY\nEmbassy Lusaka\n\n1. It stands.\n',
    );
    assert.deepEqual([summary.id, summary.level, summary.sensitive], ['06LUSAKA412', 'UNCLASSIFIED', true]);
    assert.equal(summary.subject, 'A BRIDGE');
  });

  it('is sensitive by its caption', () => assert.equal(one(cable({ caption: 'SENSITIVE\nSIPDIS' })).sensitive, true));

  it('is what the attributes say of a record whose text was lost', () => {
    const summary = one(readCable('test/fixtures/aad-text-unavailable.cable'));
    assert.deepEqual(
      [summary.id, summary.subject, summary.tags, summary.level, summary.date, summary.from],
      ['75LISBON3120', 'SARDINE TINS: NEW SIZES', ['EFIS', 'EIND', 'PO'], 'UNCLASSIFIED', null, null],
    );
  });

  it('is one of each message of a file', () => {
    assert.deepEqual(
      read(readCable('samples/two-messages.cable')).map(({ id, at }) => [id, at.line]),
      [
        ['89LISBON4106', 13],
        ['89MADRID9917', 44],
      ],
    );
  });

  it('is what there is of a fragment', () => {
    const summary = one('TAGS: PHUM, CB\n');
    assert.deepEqual([summary.id, summary.post, summary.tags], [null, null, ['PHUM', 'CB']]);
    assert.deepEqual(summary.at, { line: 0, character: 0, endLine: 0, endCharacter: 14 });
  });

  for (const text of ['', '\n\n', 'Dear all,\n\nlunch is at noon.\n', 'a,b\n1,2\n', '{"a": 1}'])
    it(`is nothing for ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), []));

  it('has the number of every cable that is generated, and places within its text', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const { text, id, layout } = generate(seed);
      const summary = one(text);
      if (layout !== 'draft') assert.equal(summary.id, id, `seed ${seed}`);
      const lines = text.split('\n');
      for (const { line, character, endLine, endCharacter } of [summary.at, ...summary.citations]) {
        assert.ok(line < endLine || (line === endLine && character < endCharacter), `seed ${seed}`);
        assert.ok(character < lines[line]!.length && endCharacter <= lines[endLine]!.length, `seed ${seed}`);
      }
      assert.match(lines[summary.at.line]!, /^ *SUBJ|^Subject/);
    }
  });

  it('can be had of every invented cable, and of a subject without end', () => {
    for (const [name, text] of allCables())
      for (const { subject, tags } of read(text)) {
        assert.equal(new Set(tags).size, tags.length, name);
        assert.ok(subject === null || subject === subject.trim());
      }
    assert.ok(one(cable({ subject: `SUBJECT: ${'BRIDGE '.repeat(50_000)}` })).subject!.length <= 1000);
  });
});
