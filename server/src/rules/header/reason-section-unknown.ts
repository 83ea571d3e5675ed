import { isFrom } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const reasonSectionUnknown = rule({
  name: 'header/reason-section-unknown',
  severity: 'warning',
  format: ['3.9'],
  message: 'Reasons come from section 1.4 (earlier 1.5), not {section}.',
  why: 'The order lists the reasons for classifying in one section: 1.4, before March 2003 1.5. Silent for exemptions such as `1.6X6`, and before E.O. 12958.',
  bad: [
    [CONFIDENTIAL, '1.4 (b)', '«1.7» (b)'],
    [TRANSMITTED, 'for reasons 1.4 (b)', 'Reason: «3.4»(b)'],
  ],
  good: [
    [CONFIDENTIAL, '1.4 (b) and (d)', '1.6X6'],
    [CONFIDENTIAL, '1.4 (b)', '1.5 (b)'],
    [TRANSMITTED, 'DEC 06', 'DEC 94', '1.4 (b)', '1.3 (a)'],
  ],
  check(view, report) {
    const section = view.has('classified-by') ? view.classifiedBy?.section : null;
    if (!section || /^1\.[45]$/.test(section.text) || (view.dtg?.date && !isFrom(view, 1995, 10))) return;
    if (!/^X/i.test(view.text({ start: section.end, end: section.end + 1 })))
      report(section, { section: section.text });
  },
});
