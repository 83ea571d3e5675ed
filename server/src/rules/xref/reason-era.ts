import { CLASSIFIER_FROM, datedOn, dateLine, GRACE, SECTION_1_4_FROM } from '../facts/order-line';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, TRANSMITTED } from '../specimens';

/** Templates were changed one by one. */
const HALF_A_YEAR = 180;

export const reasonEra = rule({
  name: 'xref/reason-era',
  severity: 'information',
  format: ['5.2', '3.9'],
  message: 'Section 1.5 applied until March 2003, 1.4 since.',
  why: 'The amendment of 25 March 2003 moved the reasons for classifying from section 1.5 of the order to 1.4. Silent for half a year after that day, and where the preamble has another year than the date-time group.',
  fix: 'Writes the other section, unless a reason is given that only section 1.4 has.',
  bad: [
    [CONFIDENTIAL, 'reasons 1.4', 'reasons «1.5»'],
    [TRANSMITTED, 'DEC 06', 'DEC 01', '05 ROME', '00 ROME', 'reasons 1.4', 'reasons «1.4»'],
    [CONFIDENTIAL, 'for reasons 1.4 (b) and (d).', 'for\nREASONS: «1.5» B, D.'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, 'DEC 06', 'JUN 03', 'reasons 1.4', 'reasons 1.5'],
    [TRANSMITTED, 'DEC 06', 'MAR 03', 'reasons 1.4', 'reasons 1.4 '],
    [CONFIDENTIAL, 'O 121200Z DEC 06', 'O 121200Z DEC 60'],
    [DRAFT],
  ],
  check(view, report) {
    const by = view.has('classified-by') ? view.classifiedBy : null;
    const dated = by?.section ? datedOn(view) : null;
    if (!by?.section || dated === null) return;
    const isOld = by.section.text === '1.5' && dated > SECTION_1_4_FROM + HALF_A_YEAR;
    const isEarly = by.section.text === '1.4' && dated < SECTION_1_4_FROM - GRACE && dated > CLASSIFIER_FROM;
    if (!isOld && !isEarly) return;
    const onlyNew = by.letters.some(({ text }) => text === 'h');
    report(by.section, null, {
      related: dateLine(view, dated),
      fix: isOld ? replace(by.section, '1.4') : onlyNew ? null : replace(by.section, '1.5'),
    });
  },
});
