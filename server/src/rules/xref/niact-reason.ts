import { isReadable } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const REASON = /NIACT|NIGHT\s+ACTION|URGEN|IMMEDIATE/i;
/** A paragraph that only marks the text; the next one is the first that says something. */
const FORMAL = /ENTIRE\s+TEXT|CLASSIFIED\s+BY/i;

export const niactReason = rule({
  name: 'xref/niact-reason',
  severity: 'information',
  format: ['5.2', '2.2'],
  message: 'NIACT must be justified in the first paragraph.',
  why: 'NIACT calls an officer at any hour of the night, and the first paragraph says why: it names NIACT, night action, or what is urgent.',
  bad: [
    [CONFIDENTIAL, 'WASHDC IMMEDIATE', 'WASHDC «NIACT IMMEDIATE»'],
    [
      TRANSMITTED,
      'RUEHGV/USMISSION GENEVA 1357',
      'RUEHGV/USMISSION GENEVA «NIACT IMMEDIATE» 1357',
      '1.  (C) Text.',
      '1.  (C - ENTIRE TEXT)',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [
      CONFIDENTIAL,
      'WASHDC IMMEDIATE',
      'WASHDC NIACT IMMEDIATE',
      'The bell of ref A',
      'This is a night\naction cable: the bell of ref A',
    ],
    [
      TRANSMITTED,
      'WASHDC IMMEDIATE',
      'WASHDC NIACT IMMEDIATE',
      '1.  (C) Text.',
      '1.  (C) ENTIRE TEXT.',
      'More text.',
      'An answer is urgent.',
    ],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO SECSTATE WASHDC NIACT IMMEDIATE', 'The bell rang.', 'The need is urgent.'],
  ],
  check(view, report) {
    const at = view.addressees.find(({ precedence }) => precedence && /NIACT/i.test(precedence.text))?.precedence;
    if (!at || !isReadable(view) || (view.classification?.sectionNumber ?? 1) > 1) return;
    const [first, second] = view.paragraphs;
    if (!first) return;
    const text = view.text(first.paragraph);
    const isGiven = REASON.test(text) || (FORMAL.test(text) && second && REASON.test(view.text(second.paragraph)));
    if (isGiven) return;
    const { start, children } = first.paragraph;
    report(at, null, { related: { start, end: children[0]!.end, message: 'The first paragraph.' } });
  },
});
