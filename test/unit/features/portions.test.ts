import assert from 'node:assert/strict';
import { portions } from '../../../server/src/features/portions';
import { snapshot } from '../../../server/src/features/snapshot';

const HEAD =
  'R 051430Z MAR 24\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nS E C R E T ROME 000127\n\nE.O. 13526: DECL: 03/05/2034\nTAGS: PREL, IT\nSUBJECT: A MEETING\n\n';
const of = (body: string) =>
  portions(snapshot('file:///x.cable', 1, HEAD + body)).map(({ first, last, level }) => [first - 9, last - 9, level]);

describe('paragraphs by their portion marks', () => {
  const cases: [string, string, unknown[]][] = [
    [
      'each by its level, from its first line to its last',
      '1. (U) One line\nand another.\n\n2. (S/NF) Grave.\n\n3. (SBU) Less.\n\n4. (C) Some.\n\n5. (TS) Most.\n',
      [
        [0, 1, 'UNCLASSIFIED'],
        [3, 3, 'SECRET'],
        [5, 5, 'SENSITIVE'],
        [7, 7, 'CONFIDENTIAL'],
        [9, 9, 'TOP SECRET'],
      ],
    ],
    ['none without a mark', '1. One.\n\n2. (C) Two.\n\n3. (Rome) Three.\n', [[2, 2, 'CONFIDENTIAL']]],
    [
      'with CR LF',
      '1. (C) One\r\ntwo.\r\n\r\n2. (U) Three.\r\n',
      [
        [0, 1, 'CONFIDENTIAL'],
        [3, 3, 'UNCLASSIFIED'],
      ],
    ],
    ['nothing of an empty text', '', []],
  ];
  for (const [name, body, expected] of cases) it(name, () => assert.deepEqual(of(body), expected));
});
