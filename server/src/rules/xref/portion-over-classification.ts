import { marking, numberOf, type Portion, portions, withArticle } from '../facts/levels';
import { rank } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, SMART, UNCLASSIFIED } from '../specimens';

export const portionOverClassification = rule({
  name: 'xref/portion-over-classification',
  severity: 'error',
  format: ['5.2', '4.1', '3.2'],
  message: 'Paragraph {n} is marked ({mark}) in {level} cable{more}.',
  messages: { unnumbered: 'This paragraph is marked ({mark}) in {level} cable{more}.' },
  why: 'A cable is classified as high as its highest paragraph. Only U, C, S and TS are compared: SBU and LOU are no levels of classification.',
  bad: [
    [CONFIDENTIAL, '3.  (C)', '3.  («S»)'],
    [UNCLASSIFIED, '2.  (U)', '2.  («C/NF»)', 'SENSITIVE\n', 'SENSITIVE\nNOFORN\n'],
    [UNCLASSIFIED, '1.  (SBU)', '1.  («TS»)', '2.  (U)', '2.  (S)'],
    [UNCLASSIFIED, '1.  (SBU) The bell rang.\n\n2.  (U) It stopped.', '(«C») The bell rang.'],
    [SMART, '2.  (U)', '2.  («S»)'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, '3.  (C)', '3.  (SBU)'],
    [UNCLASSIFIED, '2.  (U)', '2.  (LOU)'],
    [UNCLASSIFIED, 'It stopped.', 'It stopped.\n\n(A) First.\n\n(B) Second.\n\n(C) Third.'],
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLSS ROME', '2.  (U)', '2.  (C)'],
  ],
  check(view, report) {
    const cable = marking(view);
    if (!cable) return;
    const limit = rank(cable.level);
    const isAbove = ({ level }: Portion): boolean => level !== null && rank(level) > limit;
    const { marks } = portions(view);
    const first = marks.find(isAbove);
    if (!first) return;
    const n = numberOf(view, first);
    report(
      first,
      { n, mark: first.text, level: withArticle(cable.level), more: more(marks.filter(isAbove)) },
      {
        ...(!n && { as: 'unnumbered' }),
        related: { start: cable.start, end: cable.end, message: `The cable is ${cable.level}.` },
      },
    );
  },
});
