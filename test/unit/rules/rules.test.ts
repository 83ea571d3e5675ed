import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/check';
import { TRANSMITTED as GOOD } from '../../../server/src/rules/specimens';
import { parse } from '../../../server/src/syntax/parse';
import { readCable } from '../../support/fixtures';

/** [what is replaced, by what, the one rule that must be added] */
const CASES: [string, string, string][] = [
  ['VZCZCXYZ0001', 'VZCZCXY1', 'header/fl1-malformed'],
  ['OO RUEHC\n', 'O RUEHC\n', 'header/fl2-precedence-invalid'],
  ['OO RUEHC\n', 'OO RUEHC RUEHC\n', 'header/ri-duplicate'],
  ['DE RUEHRO #0001/01 3461200', 'DE RUEHRO', 'header/de-malformed'],
  ['3461200', '3671200', 'header/julian-day-invalid'],
  ['3461200', '3462560', 'header/julian-time-invalid'],
  ['CCCCC', 'CCCC', 'header/security-mark-malformed'],
  ['ZNY CCCCC', 'ZNR CCCCC', 'header/security-signal-mismatch'],
  ['CCCCC ZZH', 'CCCCC ZZH ZDK', 'header/message-repeated'],
  ['121200Z DEC', '321200Z DEC', 'header/dtg-invalid-date'],
  ['121200Z DEC', '122500Z DEC', 'header/dtg-invalid-time'],
  ['121200Z DEC', '121200A DEC', 'header/dtg-zone'],
  ['121200Z DEC 06', '121200Z DCE 06', 'header/dtg-month-unknown'],
  ['121200Z DEC', '12120Z DEC', 'header/dtg-malformed'],
  ['FM AMEMBASSY ROME\n', '', 'header/line-missing'],
  ['IMMEDIATE 6308', 'IMEDIATE 6308', 'header/precedence-word-unknown'],
  ['GENEVA 1357\nBT\nC O N', 'GENEVA 1357C O N', 'header/joined-class-line'],
  ['C O N F I D E N T I A L', 'CONFIDENTIAL', 'header/classification-spacing'],
  ['SECTION 01 OF 02', 'SECTIO 01 F 02', 'header/section-malformed'],
  ['SECTION 01 OF 02', 'SECTION 1 OF 2', 'header/section-padding'],
  [' ROME 000001', '', 'header/mrn-missing'],
  ['ROME 000001', 'ROME 0001', 'header/serial-padding'],
  ['ROME 000001', 'ROMEE 000001', 'header/post-unknown'],
  ['SIPDIS', 'SIPDS', 'header/caption-unknown'],
  ['SIPDIS\n', 'SIPDIS\nSIPDIS\n', 'header/caption-duplicate'],
  ['SIPDIS\n', 'SIPDIS\nNODIS\n', 'header/caption-conflict'],
  ['SIPDIS\n', 'NOFORN, SIPDIS\n', 'header/caption-line-shared'],
  ['FOR EUR/WE', 'FOR', 'header/attention-empty'],
  ['E.O. 12958: DECL: 12/12/2016\n', '', 'header/eo-missing'],
  ['12958', '12985', 'header/eo-number-unknown'],
  ['12/12/2016', '02/30/2016', 'header/decl-date-invalid'],
  ['12/12/2016', '12/12/16', 'header/decl-date-format'],
  ['DECL: 12/12/2016', 'SOON', 'header/decl-missing'],
  ['TAGS: PREL, ECON, IT\n', '', 'header/tags-missing'],
  ['TAGS:', 'TAGE:', 'header/label-spelling'],
  ['TAGS: PREL, ECON', 'TAGS: PRELECON', 'header/tags-run-on'],
  ['PREL, ECON', 'PREL, PREL', 'header/tags-duplicate'],
  ['PREL, ECON, IT', 'PREL, QQQQ, IT', 'header/tags-unknown'],
  ['PREL, ECON, IT', 'IT', 'header/tags-no-subject'],
  ['PREL, ECON, IT', 'PREL, ECON', 'header/tags-no-geo'],
  ['PREL, ECON, IT', 'PREL, OVIP, IT', 'header/tags-person-missing'],
  ['PREL, ECON, IT', 'PREL, IT, NOFORN', 'header/tags-caption-inside'],
  ['SUBJECT: A BELL\n', '', 'header/subject-missing'],
  ['SUBJECT: A BELL\n', 'SUBJECT:\n', 'header/subject-empty'],
  ['SUBJECT: A', 'SUBJECT A', 'header/label-colon'],
  ['A BELL\nREF:', 'A BELLREF:', 'header/subject-swallowed-line'],
  ['B. STATE', 'C. STATE', 'header/ref-enum-order'],
  ['STATE 12345', '05 ROME 405', 'header/ref-duplicate'],
  ['05 ROME', '2066 ROME', 'header/ref-year-invalid'],
  [' for reasons 1.4 (b) and (d)', '', 'header/reason-missing'],
  ['1.4 (b)', '1.7 (b)', 'header/reason-section-unknown'],
  ['(d)', '(k)', 'header/reason-letter-invalid'],
  ['NNNN\n', 'NNNN\nstray words here\n', 'header/text-after-end'],
  ['EXAMPLE\nBT\n', 'EXAMPLE\n', 'header/bt-unbalanced'],
];
/** Findings that rightly come along: a caption that forbids another is also out of order. */
const ALSO: Record<string, string[]> = {
  'header/tags-caption-inside': ['header/caption-order'],
  'header/joined-class-line': ['header/bt-unbalanced'],
  'header/caption-line-shared': [],
};
const names = (text: string) => check(parse(text)).map(({ rule }) => rule);

describe('rules', () => {
  it('are silent on a good cable', () => assert.deepEqual(check(parse(GOOD)), []));
  for (const file of [
    '06LUSAKA412',
    '07ANKARA1893',
    '08ROME1187',
    '15LISBON321',
    '1974STATE188214',
    '1976ANKARA01204',
    '94LISBON2210',
    '05MADRID2874',
    'draft',
    'partial-extract',
    'tags-only',
    'two-messages',
  ])
    it(`are silent on ${file}`, () => assert.deepEqual(check(parse(readCable(`samples/${file}.cable`))), []));
  for (const [from, to, rule] of CASES)
    it(`${rule}: ${JSON.stringify(to || `without ${from}`).slice(0, 40)}`, () => {
      assert.ok(GOOD.includes(from));
      const found = [...new Set(names(GOOD.replace(from, () => to)))].filter((name) => !ALSO[rule]?.includes(name));
      assert.deepEqual(found, [rule]);
    });
  it('are silent on a text that is no cable', () =>
    assert.deepEqual(names(readCable('test/fixtures/not-a-cable.cable')), []));
});
