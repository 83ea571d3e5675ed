import { span } from '../../model/fields';
import { preambleLength } from '../facts/preamble';
import { rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const preambleIncomplete = rule({
  name: 'archive/preamble-incomplete',
  severity: 'warning',
  format: ['1.1'],
  message: 'The archive preamble should have five lines; {n} found.',
  why: 'The archive writes five lines before a cable: identifier, subject, date, classification and origin. Fewer mean that one was lost. The subject may be empty; what a web page shows around a cable is no preamble.',
  bad: [
    [CONFIDENTIAL, 'Embassy Rome\n', '', '06ROME1', '«06ROME1»'],
    [CONFIDENTIAL, 'CONFIDENTIAL\n', '', '06ROME1', '«06ROME1»'],
    [CONFIDENTIAL, 'Embassy Rome\n', '\n', '06ROME1', '«06ROME1»'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'A BELL\n', '\n'],
    [UNCLASSIFIED],
    [
      `Viewing cable 06ROME1, A BELL

Reference ID    Created    Classification    Origin
06ROME1    2006-12-12 12:00    UNCLASSIFIED    Embassy Rome

${UNCLASSIFIED}`,
    ],
  ],
  check(view, report) {
    const n = preambleLength(view);
    if (n !== null && n < 5) report(span(view.cable.preamble!.fields[0]!), { n });
  },
});
