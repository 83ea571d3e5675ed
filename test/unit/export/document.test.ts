import assert from 'node:assert/strict';
import type { CableDocument, Part } from '../../../server/src/export/document';
import { textOf } from '../../../server/src/export/runs';
import { readCable } from '../../support/fixtures';
import { cables, paragraphsOf, read, spoilt, visible } from './support';

const HEADER = 'UNCLAS ACCRA 000131\n\nSUBJECT: X\n\n';
const partsOf = (text: string): readonly Part[] => {
  const block = read(HEADER + text).document.messages[0]!.blocks.find(({ kind }) => kind === 'paragraph');
  assert.ok(block?.kind === 'paragraph');
  return block.parts;
};
const plainPart = (part: Part): string | string[] =>
  part.kind === 'prose'
    ? textOf(part.runs)
    : part.kind === 'list'
      ? part.items.map(({ marker, runs }) => `${marker}|${textOf(runs)}`)
      : part.lines.map(textOf);
const row = ({ messages }: CableDocument, key: string): string[] =>
  messages[0]!.header
    .find((each) => each.key === key)
    ?.values.map(({ runs, aside }) => `${textOf(runs)}${aside ? ` (${aside})` : ''}`) ?? [];

describe('a cable as a document', () => {
  for (const [name, text] of [...cables(), ...spoilt(300)])
    it(`has every paragraph once: ${name}`, () => {
      const { cable, document } = read(text);
      const found = document.messages.flatMap(({ blocks }) =>
        blocks.flatMap((block) => {
          if (block.kind !== 'paragraph') return [];
          const head = `${block.number === null ? '' : `${block.number}.`}${block.mark === null ? '' : `(${block.mark})`}`;
          return visible(
            head + block.parts.map((each) => [plainPart(each)].flat().join('').replaceAll('|', '')).join(''),
          ).replaceAll('|', '');
        }),
      );
      assert.deepEqual(
        found,
        paragraphsOf(cable).map((each) => each.replaceAll('|', '')),
      );
    });

  it('joins the lines of a sentence over a page line', () => {
    const [part, other] = partsOf(
      '1. The ferry waited for the\n\nACCRA 00000131  002 OF 003\n\n\nlast passenger, an anti-\ntrafficking officer.\n',
    );
    assert.equal(plainPart(part!), 'The ferry waited for the last passenger, an anti-trafficking officer.');
    assert.equal(other, undefined);
  });
  it('keeps lists, with what goes on below an item', () => {
    const parts = partsOf(
      '1. They agreed on:\n\n-- ferries on\n   Mondays;\n-- buses.\n\na. never on Sundays.\n\nThat is all.\n',
    );
    assert.deepEqual(parts.map(plainPart), [
      'They agreed on:',
      ['--|ferries on Mondays;', '--|buses.', 'a.|never on Sundays.'],
    ]);
  });
  it('takes a number at the beginning of a line for none of a list', () => {
    const parts = partsOf('1. The boats left on June\n17. The buses left on:\n\n1) Monday;\n2) Tuesday.\n');
    assert.deepEqual(parts.map(plainPart), [
      'The boats left on June 17. The buses left on:',
      ['1)|Monday;', '2)|Tuesday.'],
    ]);
  });
  it('keeps the lines of a table, with the head above its rule', () => {
    const parts = partsOf(
      '1. By year:\n\n  Year      Boats     Buses\n  ----      -----     -----\n  2004         12         3\n',
    );
    assert.deepEqual(parts.map(plainPart), [
      'By year:',
      ['Year      Boats     Buses', '----      -----     -----', '2004         12         3'],
    ]);
  });
  it('keeps the lines of an address', () => {
    const [prose, lines] = partsOf(
      '1. Write to the following address, which the post gave us in the letter of May 3:\n\n    Port Office\n    Harbor Street 4\n    Sant Telm\n    The Islands\n',
    );
    assert.equal(prose!.kind, 'prose');
    assert.deepEqual(lines && plainPart(lines), ['Port Office', 'Harbor Street 4', 'Sant Telm', 'The Islands']);
  });
  it('tells summary, comment and quoted text', () => {
    const { document } = read(
      `${HEADER}1. Summary: One. End Summary.\n\n2. Two:\n\nBEGIN TEXT\n\nThree.\n\nEND TEXT\n\n3. Four.\n\nComment\n-------\n\n4. Five.\n\nACT\n`,
    );
    assert.deepEqual(
      document.messages[0]!.blocks.map((each) => (each.kind === 'paragraph' ? each.role : each.kind)),
      ['summary', null, 'quoted-text', 'quoted-text', 'heading', null, 'heading', 'comment'],
    );
  });

  it('has the header as a table', () => {
    const { document } = read(readCable('samples/06LUSAKA412.cable'));
    assert.deepEqual(row(document, 'number'), ['06LUSAKA412']);
    assert.deepEqual(row(document, 'date'), ['P 231234Z MAR 06 (23 March 2006, 12:34 UTC)']);
    assert.deepEqual(row(document, 'to'), ['SECSTATE WASHDC (PRIORITY 2347)']);
    assert.deepEqual(row(document, 'references'), ['A. 05 STATE 201337', 'B. 05 LUSAKA 1588 (NOTAL)']);
    assert.deepEqual(row(document, 'tags').slice(0, 2), ['PHUM (Human Rights)', 'PREL (External Political Relations)']);
    assert.deepEqual(document.messages[0]!.signers, [{ name: 'HAVERFORD', line: 244 }]);
    assert.deepEqual(
      document.archive.map(({ label }) => label),
      ['Number', 'Subject', 'Date', 'Classification', 'Origin'],
    );
  });
  it('points at lines of the file', () => {
    for (const name of ['samples/06LUSAKA412.cable', 'samples/15LISBON321.cable', 'samples/94LISBON2210.cable']) {
      const text = readCable(name);
      const lines = text.split('\n');
      const { messages } = read(text).document;
      for (const { header, blocks } of messages) {
        for (const { key, values, line } of header) {
          const [first] = textOf(values[0]!.runs).split(' ');
          assert.ok(key === 'number' || lines[line]!.includes(first!), `${name}: ${key} at ${line}`);
        }
        for (const block of blocks)
          if (block.kind === 'paragraph' && block.number)
            assert.match(lines[block.line]!, new RegExp(`^¶?${block.number}\\.`));
      }
    }
  });
  it('says what words stand for, and what is cited', () => {
    const { document } = read(
      'R 231234Z MAR 06\nFM AMEMBASSY LUSAKA\nTO SECSTATE WASHDC\nUNCLAS LUSAKA 000412\n\nTAGS: PHUM ZA\nSUBJECT: X\n\nREF: A. 05 STATE\n201337\n\n1. The MOI read ref A and para\n2.\n\n2. Yes.\n',
    );
    const block = document.messages[0]!.blocks[0]!;
    assert.ok(block.kind === 'paragraph' && block.parts[0]?.kind === 'prose');
    const runs = block.parts[0].runs;
    assert.deepEqual(
      runs.map(({ text, meaning, mention }) => [text, meaning?.expansion ?? mention?.kind ?? null]),
      [
        ['The ', null],
        ['MOI', 'Ministry of Interior'],
        [' read ', null],
        ['ref A', 'letter'],
        [' and ', null],
        ['para 2', 'paragraph'],
        ['.', null],
      ],
    );
  });
  it('takes time in step with the length, and any number of lines', () => {
    const head = 'UNCLAS ACCRA 000131\n\nSUBJECT: X\n\nREF: A. STATE 1\n\n1. x\n\n';
    for (const unit of [
      '-- item\n\n',
      'a      b      c\n',
      'The ref A and the NGO-\nwent. \n',
      'x\n\nACCRA 00000131  002 OF 003\n\n',
      '2. Summary: a.\n\n',
    ])
      assert.ok(read(head + unit.repeat(unit.startsWith('a ') ? 150_000 : 20_000)).document.messages.length > 0);
  }).timeout(60_000);
  it('is there for an empty file', () => {
    assert.deepEqual(read('').document, { messages: [], archive: [] });
  });
});
