import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPlaces, firstFrom } from '../../../server/src/syntax/places';
import { allCables } from '../../support/fixtures';
import { generate } from '../../support/generate';

const starts = (text: string, pattern: RegExp): number[] => Array.from(text.matchAll(pattern), ({ index }) => index);
const runs = (text: string, pattern: RegExp): number[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: run }) => [index, index + run.length]).flat();
/** What the one walk finds, found by a pattern for each. Words are found where one may begin; their readers look closer. */
const BLOCKS =
  /\b(?=END(?![A-Z])|END(?:OF|SUM|COM|ACT|NOT|TEX|QUO|TRA|BIO|UNO|INF)|BEGIN|UNQUOTE|QUOTE|SUMM?A|COMMENT|ACTION|BIO(?![A-Z])|NOTE)/gi;
const CITING = /\b(?=ref|para)/gi;
const NUMBERS = /(?<=^|[\0- A-Za-z\uFEFF]|A-)\d/g;
const ODD = /[^ !"#$&'()\-./0-9:;?,A-Za-z\n\r]+/g;

function compare(text: string): void {
  const found = findPlaces(text);
  assert.deepEqual(found.gaps, runs(text, / {3,}/g), 'gaps');
  const odd = Array.from(text.matchAll(ODD)).filter(([run]) => run !== '¶');
  assert.deepEqual(
    found.odd,
    odd.flatMap(({ index, 0: run }) => [index, index + run.length]),
    'odd characters',
  );
  const block = new Set(found.blockWords);
  for (const at of starts(text, BLOCKS)) assert.ok(block.has(at), `block word at ${at}: ${text.slice(at, at + 20)}`);
  assert.deepEqual(found.citingWords, starts(text, CITING), 'citing words');
  assert.deepEqual(found.numbers, starts(text, NUMBERS), 'numbers');
  for (const list of Object.values(found) as number[][])
    assert.ok(
      list.every((each, i) => i === 0 || each > list[i - 1]!),
      'in order',
    );
}

describe('places of a text', () => {
  for (const [name, text] of allCables()) it(`as patterns find them: ${name}`, () => compare(text));
  it('as patterns find them: generated cables', () => {
    for (let seed = 1; seed <= 60; seed++) compare(generate(seed).text);
  });
  it('as patterns find them: any text of the words that matter', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'END',
        'End ',
        'endof',
        ' SUMMARY',
        'Summay',
        'QUOTE',
        'unquote',
        'BIO',
        'note',
        'COMMENT',
        'ref',
      ),
      fc.constantFrom(
        'para ',
        'REFTEL',
        'reference',
        'pref',
        'x',
        '_',
        '1',
        '23',
        'A-5',
        '\uFEFF4',
        '\n',
        '\r\n',
        '   ',
        '  ',
        '¶',
        '¶¶',
        '\t',
        'é',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => compare(pieces.join(''))),
      { numRuns: 3000, seed: 11 },
    );
  });
  it('the first of ascending numbers from a limit on', () => {
    for (let limit = 0; limit < 8; limit++)
      assert.equal(firstFrom([1, 3, 3, 6], limit), [1, 3, 3, 6].filter((each) => each < limit).length);
  });
});
