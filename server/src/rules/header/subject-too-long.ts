import { inked } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, SMART, UNCLASSIFIED } from '../specimens';

export const subjectTooLong = rule({
  name: 'header/subject-too-long',
  severity: 'information',
  style: true,
  format: ['3.7'],
  message: 'The subject runs over {n} lines.',
  why: 'A subject of more than three lines is no longer read at a glance; the rest belongs into the summary. Page lines do not count.',
  bad: [
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT: A BELL\nIN A TOWER\nABOVE A SQUARE\n«BY A RIVER»'],
    [
      SMART,
      'Subject: PORTUGAL: ELECTRIC FERRIES',
      'Subject: PORTUGAL: ELECTRIC FERRIES\n    ON A RIVER\n    BY A TOWER\n    «WITH A BELL\n    THAT RINGS»',
    ],
  ],
  good: [
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT: A BELL\nIN A TOWER\nABOVE A SQUARE'],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT: A BELL\nIN A TOWER\n\nROME 00000001  002 OF 002\n\n\nABOVE A SQUARE'],
    [CONFIDENTIAL, 'SUBJECT: A BELL\n', 'SUBJECT: A BELL\nIN A TOWER\nABOVE A SQUARE\nNOT FOR INTERNET DISTRIBUTION\n'],
  ],
  check(view, report) {
    for (const field of view.fields('subject')) {
      if (field.children.length <= LONGEST) continue;
      const lines = field.children.filter(({ kind }) => kind === 'text');
      const rest = lines.slice(LONGEST);
      if (rest.length) report({ start: inked(view, rest[0]!).start, end: rest.at(-1)!.end }, { n: lines.length });
    }
  },
});

const LONGEST = 3;
