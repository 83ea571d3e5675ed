import { isClassified, type Level, levelOf } from '../../model/classification';
import type { MessageView } from '../../model/view';
import { matches } from '../../text/matches';
import { marking, type Portion, portions, subjectMark } from '../facts/levels';
import { isWhole, rank } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

const INNER_MARK = /\((C|S|TS)(?=[)/ -])/g;

export const classificationOverPortions = rule({
  name: 'xref/classification-over-portions',
  severity: 'information',
  format: ['5.2', '4.1', '3.2'],
  message: 'No paragraph is marked higher than ({mark}), yet the cable is {level}.',
  why: 'A cable has the level of its highest part. Silent unless all paragraphs are marked and all sections are there, and where the subject or a mark inside a paragraph is as high as the cable.',
  bad: [
    [
      CONFIDENTIAL,
      '1.  (C)',
      '1.  (U)',
      '3.  (C)',
      '3.  (SBU)',
      'C O N F I D E N T I A L',
      '«C O N F I D E N T I A L»',
    ],
    [
      UNCLASSIFIED,
      'UNCLAS ROME',
      '«C O N F I D E N T I A L» ROME',
      'SENSITIVE\n',
      '',
      'N/A',
      'DECL: 12/12/2016',
      'A BELL\n',
      'A BELL\n\nClassified By: Ada Example for reasons 1.4 (b).\n',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, '1.  (C)', '1. ', '3.  (C)', '3.  (U)'],
    [CONFIDENTIAL, '1.  (C)', '1.  (U)', '3.  (C)', '3.  (U)', 'SUBJECT: A', 'SUBJECT: (C) A'],
    [CONFIDENTIAL, '1.  (C)', '1.  (U)', '3.  (C) It', '3.  (U) It rang. (C) It'],
    [
      CONFIDENTIAL,
      '1.  (C)',
      '1.  (U)',
      '3.  (C)',
      '3.  (U)',
      'SECTION 01 OF 02',
      'SECTION 01 OF 03',
      '002 OF 002',
      '002 OF 003',
    ],
  ],
  check(view, report) {
    const cable = marking(view);
    if (!cable || !isClassified(cable.level) || !isWhole(view)) return;
    const { marks, complete } = portions(view);
    if (marks.length < 2 || !complete) return;
    const limit = rank(cable.level);
    for (const mark of marks) if (!(mark.isControl || (mark.level && rank(mark.level) < limit))) return;
    if (rank(subjectMark(view)?.level ?? null) >= limit || hasInnerMark(view, limit)) return;
    const highest = marks.reduce((a, b) => (place(b) > place(a) ? b : a));
    report(
      cable,
      { mark: highest.text, level: cable.level },
      { related: { start: highest.start, end: highest.end, message: `(${highest.text}) is the highest mark.` } },
    );
  },
});

/** SBU and LOU stand between U and C. */
const place = ({ level }: Portion): number => rank(level ?? ('LIMITED OFFICIAL USE' satisfies Level));

function hasInnerMark({ cable, message }: MessageView, limit: number): boolean {
  const { start, end } = message.body;
  for (const [, mark] of matches(cable.clean.slice(start, end), INNER_MARK))
    if (rank(levelOf(mark!)) >= limit) return true;
  return false;
}
