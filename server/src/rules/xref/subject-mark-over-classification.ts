import { marking, subjectMark, withArticle } from '../facts/levels';
import { rank } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const subjectMarkOverClassification = rule({
  name: 'xref/subject-mark-over-classification',
  severity: 'error',
  format: ['5.2', '3.7', '3.2'],
  message: 'The subject is marked ({mark}) in {level} cable.',
  why: 'A cable is classified as high as its highest part, the subject included. Silent on SBU and LOU, which are no levels of classification.',
  bad: [
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: («S») A BELL'],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT:\n(«C/NF») A BELL', 'SENSITIVE\n', 'SENSITIVE\nNOFORN\n'],
  ],
  good: [
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: (C) A BELL'],
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: (U) A BELL'],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT: (SBU) A BELL'],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT: A (S) BELL'],
  ],
  check(view, report) {
    const mark = subjectMark(view);
    const cable = mark ? marking(view) : null;
    if (!mark?.level || !cable || rank(mark.level) <= rank(cable.level)) return;
    report(
      mark,
      { mark: mark.text, level: withArticle(cable.level) },
      { related: { start: cable.start, end: cable.end, message: `The cable is ${cable.level}.` } },
    );
  },
});
