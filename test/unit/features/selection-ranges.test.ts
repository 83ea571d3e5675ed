import assert from 'node:assert/strict';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../server/src/features/selection-ranges';
import { snapshot } from '../../../server/src/features/snapshot';
import { allCables } from '../../support/fixtures';

/** What is selected at the first `|`, from the word to the file. */
function grown(marked: string): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const of = snapshot('file:///x.cable', 1, text);
  const [first] = selectionRanges(of, [of.lines.positionAt(offset)]);
  const found: string[] = [];
  for (let at: SelectionRange | undefined = first; at; at = at.parent)
    found.push(text.slice(of.lines.offsetAt(at.range.start), of.lines.offsetAt(at.range.end)));
  return found;
}

const TEXT = `FM AMEMBASSY ACCRA
TO SECSTATE WASHDC
AMEMBASSY LAGOS
UNCLAS ACCRA 000131

TAGS: PHUM PREL
SUBJECT: THE FERRY

The Ferry
---------

1. (U) Dr. Mensah of G/TIP waited.  The ferry,
with the last

ACCRA 00000131  002 OF 002

passenger, left. It did not return.

2. (U) They agreed:

-- ferries on
   Mondays;
-- buses.

3. (U) Numbers:

Year     Boats     Buses
----     -----     -----
2004        12         3
2005        14         3

The End
-------

4. (U) Yes.
`;
const at = (word: string, offset = 1) => {
  const index = TEXT.indexOf(word) + offset;
  return `${TEXT.slice(0, index)}|${TEXT.slice(index)}`;
};

describe('selection ranges', () => {
  it('grow from the word over sentence, paragraph and section to the file', () => {
    const [word, sentence, paragraph, section, body, message, file, ...more] = grown(at('last'));
    assert.equal(word, 'last');
    assert.match(sentence!, /^The ferry,\nwith the last\n\nACCRA .+\npassenger, left\.$/s);
    assert.match(paragraph!, /^1\. \(U\) Dr\..+return\.$/s);
    assert.match(section!, /^The Ferry\n---------\n\n1\..+2005 {8}14 {9}3$/s);
    assert.match(body!, /^The Ferry\n.+Yes\.$/s);
    assert.match(message!, /^FM AMEMBASSY.+Yes\.$/s);
    assert.equal(file, TEXT);
    assert.deepEqual(more, []);
  });
  it('know abbreviations, and parts of a compound', () => {
    const [part, word, sentence] = grown(at('TIP'));
    assert.deepEqual([part, word, sentence], ['TIP', 'G/TIP', 'Dr. Mensah of G/TIP waited.']);
  });
  it('know the items of a list', () => {
    const [word, item, paragraph] = grown(at('Mondays'));
    assert.equal(word, 'Mondays');
    assert.equal(item, '-- ferries on\n   Mondays;');
    assert.match(paragraph!, /^2\. \(U\) They agreed:.+buses\.$/s);
  });
  it('know the rows of a table', () => {
    const [word, row, table, paragraph] = grown(at('12'));
    assert.equal(word, '12');
    assert.equal(row, '2004        12         3');
    assert.equal(
      table,
      'Year     Boats     Buses\n----     -----     -----\n2004        12         3\n2005        14         3',
    );
    assert.match(paragraph!, /^3\. \(U\) Numbers:\n.+14 {9}3$/s);
  });
  it('know values, lines and the header', () => {
    const [word, value, line, header] = grown(at('PREL'));
    assert.deepEqual([word, value, line], ['PREL', 'PHUM PREL', 'TAGS: PHUM PREL']);
    assert.match(header!, /^UNCLAS.+THE FERRY$/s);
  });
  it('know a heading, and its rule with it', () => {
    const [word, title, heading, section] = grown(at('The Ferry'));
    assert.deepEqual([word, title, heading], ['The', 'The Ferry', 'The Ferry\n---------']);
    assert.match(section!, /^The Ferry.+14 {9}3$/s);
  });
  it('know one addressee, all of them, the transmission header, and both headers', () => {
    const [word, one, all, field, transmission, both, message] = grown(at('WASHDC'));
    assert.deepEqual(
      [word, one, all, field],
      ['WASHDC', 'SECSTATE WASHDC', 'SECSTATE WASHDC\nAMEMBASSY LAGOS', 'TO SECSTATE WASHDC\nAMEMBASSY LAGOS'],
    );
    assert.match(transmission!, /^FM .+LAGOS$/s);
    assert.match(both!, /^FM .+THE FERRY$/s);
    assert.match(message!, /^FM .+Yes\.$/s);
  });
  it('are the file at a place without words', () => assert.deepEqual(grown('|'), ['']));
  for (const [name, text] of allCables())
    it(`nest in ${name}`, () => {
      const of = snapshot('file:///x', 1, text);
      const step = Math.max(1, Math.floor(text.length / 150));
      const positions: Position[] = [];
      for (let offset = 0; offset <= text.length; offset += step) positions.push(of.lines.positionAt(offset));
      const found = selectionRanges(of, positions);
      assert.equal(found.length, positions.length);
      found.forEach((each, i) => {
        let [start, end] = [of.lines.offsetAt(each.range.start), of.lines.offsetAt(each.range.end)];
        const offset = of.lines.offsetAt(positions[i]!);
        assert.ok(start <= offset && offset <= end, `${offset} in ${start}-${end}`);
        for (let parent = each.parent; parent; parent = parent.parent) {
          const [from, to] = [of.lines.offsetAt(parent.range.start), of.lines.offsetAt(parent.range.end)];
          assert.ok(
            from <= start && end <= to && to - from > end - start,
            `${offset}: ${start}-${end} in ${from}-${to}`,
          );
          [start, end] = [from, to];
        }
        assert.deepEqual([start, end], [0, text.length]);
      });
    });
});
