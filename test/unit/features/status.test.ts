import assert from 'node:assert/strict';
import { snapshot } from '../../../server/src/features/snapshot';
import { status } from '../../../server/src/features/status';
import type { Severity } from '../../../server/src/rules/rule';
import { readCable } from '../../support/fixtures';

const LUSAKA = readCable('samples/06LUSAKA412.cable');
const of = (text: string, ...severities: Severity[]) =>
  status(
    snapshot('file:///x', 1, text),
    severities.map((severity) => ({ severity })),
  );

describe('the status of a cable', () => {
  it('tells number, date, classification and findings', () => {
    assert.deepEqual(of(LUSAKA, 'hint', 'warning', 'hint', 'error'), {
      text: '06 LUSAKA 412',
      detail: '23 Mar 2006 · UNCLASSIFIED//SBU · 1 error, 1 warning, 2 hints',
      errors: 1,
      warnings: 1,
    });
  });
  const cases: [what: string, text: string, status: string, detail: string][] = [
    ['that there are no findings', LUSAKA, '06 LUSAKA 412', '23 Mar 2006 · UNCLASSIFIED//SBU · no findings'],
    ['nothing of an empty file', '', 'Cable', 'no findings'],
    [
      'only the year where no date is known',
      '79LIMA1234\nX\nSun Jan 7 1979\nSECRET\nEmbassy Lima\n\nSUBJECT: X\n\n1. X.\n',
      '79 LIMA 1234',
      '1979 · no findings',
    ],
    [
      'the year alone where the day does not exist',
      'R 310900Z FEB 06\nFM AMEMBASSY ROME\nS E C R E T ROME 000007\n\nSUBJECT: X\n\n1. (S) X.\n',
      '06 ROME 7',
      '2006 · SECRET · no findings',
    ],
    [
      'a caveat',
      'R 210900Z FEB 06\nFM AMEMBASSY ROME\nS E C R E T NOFORN ROME 000007\n\nSUBJECT: X\n\n1. (S) X.\n',
      '06 ROME 7',
      '21 Feb 2006 · SECRET//NOFORN · no findings',
    ],
    [
      'how many more messages a file has',
      readCable('samples/two-messages.cable'),
      '89 LISBON 4106 and 1 more',
      '12 Oct 1989 · UNCLASSIFIED · no findings',
    ],
  ];
  for (const [what, text, expected, detail] of cases)
    it(`tells ${what}`, () => assert.deepEqual([of(text).text, of(text).detail], [expected, detail]));
});
