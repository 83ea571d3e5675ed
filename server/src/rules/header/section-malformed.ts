import { damagedSection } from '../facts/section-count';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const sectionMalformed = rule({
  name: 'header/section-malformed',
  severity: 'warning',
  format: ['3.2', '6'],
  message: 'Expected SECTION n OF m.',
  why: 'The section count says how many parts belong together, and which of them this is. Forms that were garbled in transmission are read where two numbers are left.',
  fix: 'Writes both numbers with two digits; no fix where one is lost or the first is the greater.',
  bad: [
    [CONFIDENTIAL, 'SECTION 01 OF 02', '«SECTIO 01 F 02»'],
    [TRANSMITTED, 'SECTION 01 OF 02', '«SECTION01OF02»'],
    [CONFIDENTIAL, 'SECTION 01 OF 02', '«SCTION 01 0QF02»'],
    [TRANSMITTED, 'SECTION 01 OF 02', '«SEXTION 01 OF 02»'],
  ],
  good: [
    [UNCLASSIFIED],
    [TRANSMITTED, 'SECTION 01 OF 02', 'FINAL SECTION OF 02', '#0001/01', '#0001/02'],
    [RECORD, 'C O N F I D E N T I A L ANKARA', 'C O N F I D E N T I A L SECTION 1 OF 2 ANKARA'],
    [UNCLASSIFIED, 'UNCLAS ROME 000001', 'UNCLAS ROME 000001 SECTION 01 OF 02'],
  ],
  check(view, report) {
    for (const each of view.classificationLines) {
      const section = damagedSection(view, each);
      if (section) report(section, null, { fix: section.right ? replace(section, section.right) : null });
    }
  },
});
