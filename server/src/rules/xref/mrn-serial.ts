import { identifier, ownLine, serialOf } from '../facts/identity';
import { propose, replace, rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const mrnSerial = rule({
  name: 'xref/mrn-serial',
  severity: 'error',
  format: ['5.2', '5.1', '1.1'],
  message: 'The preamble says number {said}, the classification line {line}.',
  why: 'The identifier in the preamble ends with the number of the classification line. Silent where either is redacted or malformed.',
  fix: 'Writes the number of the classification line into the preamble; where FL3 or a page line sides with the preamble, proposes the number of the preamble for the classification line.',
  bad: [
    [CONFIDENTIAL, '06ROME1\n', '06ROME«2»\n'],
    [CONFIDENTIAL, '06ROME1\n', '06ROME«1»\n', 'ROME 000001\n', 'ROME 000010\n'],
    [
      UNCLASSIFIED,
      'R 121200Z',
      '06ROME«11»\nA BELL\nTue Dec 12 00:00:00 +0100 2006\nUNCLASSIFIED//FOR OFFICIAL USE ONLY\nEmbassy Rome\nR 121200Z',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, '06ROME1\n', '06ROME0001\n'],
    [CONFIDENTIAL, '06ROME1\n', '06ROMEXXXXXXXX\n'],
    [CONFIDENTIAL, 'ROME 000001\n', 'ROME\n'],
  ],
  check(view, report) {
    const said = identifier(view)?.serial;
    const line = ownLine(view)?.serial;
    if (!said || !line) return;
    const [preamble, own] = [Number(said.text), Number(line.text)];
    if (preamble === own) return;
    report(
      said,
      { said: preamble, line: own },
      {
        related: { ...line, message: `The classification line says ${line.text}.` },
        fix:
          serialOf(view) === own
            ? replace(said, String(own))
            : propose(line, String(preamble).padStart(line.text.length, '0')),
      },
    );
  },
});
