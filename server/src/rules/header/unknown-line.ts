import { span } from '../../model/fields';
import { isDraftOrRecord } from '../facts/shared';
import { damagedRouting, missingLines } from '../facts/transmission-lines';
import { strayLevel } from '../facts/written-levels';
import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const unknownLine = rule({
  name: 'header/unknown-line',
  severity: 'information',
  format: ['2', '6'],
  message: 'This line was not recognised as part of the header.',
  messages: { several: 'These {n} lines were not recognised as part of the header.' },
  why: 'Something stands in the header that the format does not know. Silent where the line is redacted, where it may be what is left of a missing line, and in notes that are no cable.',
  bad: [
    [TRANSMITTED, 'ZNY CCCCC ZZH\n', 'ZNY CCCCC ZZH\n«QQQ 17: 0.4»\n'],
    [UNCLASSIFIED, 'E.O. 12958: N/A\n', '«The clerk typed this before the order.»\n\nE.O. 12958: N/A\n'],
    [
      UNCLASSIFIED,
      'E.O. 12958: N/A\n',
      'E.O. 12958: N/A\n\n«The clerk typed this twice.\nThe clerk typed this twice.»\n\n',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'FM AMEMBASSY ROME', 'F AMEMBASSY ROME'],
    [UNCLASSIFIED, 'E.O. 12958: N/A\n', 'XXXXXXXXXXXX of the XXXXXXXXXXXX\n\nE.O. 12958: N/A\n'],
    ['Notes for the new clerk, by the old one.\nWhat to look for:\nTAGS: PREL, IT\nSUBJECT: A BELL\n'],
  ],
  check(view, report) {
    const fields = view.fields('unknown-line');
    if (!fields.length || !isDraftOrRecord(view)) return;
    const told = new Set([
      ...damagedRouting(view).map(({ field }) => field),
      ...missingLines(view).map(({ at }) => at),
    ]);
    const stray = strayLevel(view);
    for (let i = 0; i < fields.length; i++) {
      const first = fields[i]!;
      if (told.has(first) || isRedacted(view.folded(first))) continue;
      if (stray && first.start <= stray.start && stray.end <= first.end) continue;
      // Lines that follow each other are one thing.
      let n = 1;
      while (fields[i + 1]?.start === fields[i]!.end && !told.has(fields[i + 1]!)) {
        n++;
        i++;
      }
      report({ start: span(first).start, end: span(fields[i]!).end }, { n }, n > 1 ? { as: 'several' } : {});
    }
  },
});
