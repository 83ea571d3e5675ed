import { isClassified } from '../../model/classification';
import { marking, subjectMark } from '../facts/levels';
import { rank } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, UNCLASSIFIED } from '../specimens';

export const subjectClassified = rule({
  name: 'xref/subject-classified',
  severity: 'information',
  format: ['5.2', '3.7'],
  message: 'The subject of a classified cable is normally unclassified.',
  why: 'A subject that is unclassified can be spoken of and put in a list. Silent where the mark is higher than the cable, which is an error of its own.',
  bad: [
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: («C») A BELL'],
    [RECORD, 'SUBJ: CIVIL', 'SUBJ: («C») CIVIL'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: (U) A BELL'],
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: (SBU) A BELL'],
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: (S) A BELL'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const mark = subjectMark(view);
    const cable = mark ? marking(view) : null;
    if (!mark || !cable || !isClassified(mark.level) || rank(mark.level) > rank(cable.level)) return;
    report(mark, null, {
      related: { start: cable.start, end: cable.end, message: `The cable is ${cable.level}.` },
    });
  },
});
