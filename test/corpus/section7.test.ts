/**
 * The single edits of FORMAT section 7: each of them adds exactly the rule that is named there, on the sample cable, which is optional,
 * and on an invented one of the same make.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../server/src/rules/check';
import { parse } from '../../server/src/syntax/parse';
import { readCable } from '../support/fixtures';

/** [what, edits as pairs of a text and what it becomes, the rule that is added or null for none] */
type Edit7 = readonly [what: string, edits: readonly (readonly [string, string])[], rule: string | null];

const names = (text: string): string[] =>
  check(parse(text))
    .map(({ rule }) => rule)
    .sort();

function edited(text: string, edits: Edit7[1]): string {
  let now = text;
  for (const [from, to] of edits) {
    assert.equal(now.split(from).length, 2, `${JSON.stringify(from)} occurs once`);
    now = now.replace(from, () => to);
  }
  return now;
}

function tests(text: string, edits: readonly Edit7[]): void {
  const before = names(text);
  for (const [what, pairs, rule] of edits)
    it(`${what}: ${rule ?? 'nothing'}`, () => {
      assert.deepEqual(names(edited(text, pairs)), [...before, ...(rule ? [rule] : [])].sort());
    });
}

describe('the edits of section 7 on an invented cable', () => {
  // The same make: joined classification line, three sections, page lines in a sentence, SIPDIS twice, SENSITIVE without marks.
  const text = readCable('test/corpus/section7.cable');
  it('finds on it what it finds on the sample', () => {
    assert.deepEqual(names(text), [
      'body/portion-mark-missing',
      'header/caption-duplicate',
      'header/joined-class-line',
    ]);
  });
  tests(text, [
    ['filed the next day', [['1391342', '1401342']], null],
    ['filed five days later', [['1391342', '1441342']], 'xref/julian-date'],
    ['another serial in FL3', [['#0873', '#0874']], 'xref/ssn-serial'],
    ['a classified mark', [['ZNR UUUUU', 'ZNY CCCCC']], 'xref/security-mark'],
    ['a declassification date', [['12958: N/A', '12958: DECL: 05/19/2016']], 'xref/eo-decl-unclassified'],
    ['a later order', [['12958', '13526']], 'xref/eo-era'],
    ['four sections in a page line', [['003 OF 003', '003 OF 004']], 'xref/section-total-differs'],
    ['a day that does not exist', [['191342Z MAY', '311342Z FEB']], 'header/dtg-invalid-date'],
    ['a paragraph number skipped', [['¶12.', '¶13.']], 'body/paragraph-sequence'],
    ['a secret paragraph', [['¶2.  ', '¶2.  (S) ']], 'xref/portion-over-classification'],
  ]);
});

// The reference cable is not part of the project: skips where it is absent.
const reference = join(__dirname, '../../../shared/samples/06PHNOMPENH534.txt'); // skips where it is absent
(existsSync(reference) ? describe : describe.skip)('the edits of section 7 on the sample cable', () => {
  const text = existsSync(reference) ? readFileSync(reference, 'utf8') : '';
  tests(text, [
    ['filed the next day', [['0800959', '0810959']], null],
    ['filed five days later', [['0800959', '0850959']], 'xref/julian-date'],
    ['another serial in FL3', [['#0534', '#0535']], 'xref/ssn-serial'],
    ['a classified mark', [['ZNR UUUUU', 'ZNY CCCCC']], 'xref/security-mark'],
    ['a declassification date', [['12958: N/A', '12958: DECL: 03/21/2016']], 'xref/eo-decl-unclassified'],
    ['a later order', [['12958', '13526']], 'xref/eo-era'],
    ['four sections in a page line', [['003 OF 003', '003 OF 004']], 'xref/section-total-differs'],
    ['a day that does not exist', [['210959Z MAR', '310959Z FEB']], 'header/dtg-invalid-date'],
    ['a paragraph number skipped', [['¶12.', '¶13.']], 'body/paragraph-sequence'],
    ['a secret paragraph', [['¶2.  ', '¶2.  (S) ']], 'xref/portion-over-classification'],
  ]);
});
