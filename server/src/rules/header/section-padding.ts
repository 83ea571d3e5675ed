import { isOfSixDigits } from '../facts/eras';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const sectionPadding = rule({
  name: 'header/section-padding',
  severity: 'information',
  style: true,
  format: ['3.2'],
  message: 'Use two digits: {right}.',
  why: 'Section numbers have two digits, as in the lines between the sections, so that lists of them sort. Silent for cables before 1980, which had one.',
  fix: 'Puts a zero before a single digit.',
  bad: [
    [CONFIDENTIAL, 'SECTION 01 OF 02', '«SECTION 1 OF 2»'],
    [TRANSMITTED, 'SECTION 01 OF 02', '«SECTION 01 OF 2»'],
    [CONFIDENTIAL, 'SECTION 01 OF 02', '«SECTION 1 OF 02»'],
  ],
  good: [
    [UNCLASSIFIED],
    [CONFIDENTIAL],
    [RECORD, 'C O N F I D E N T I A L ANKARA', 'C O N F I D E N T I A L SECTION 1 OF 2 ANKARA'],
    [TRANSMITTED, 'SECTION 01 OF 02', 'SECTION 01 OF 12'],
  ],
  check(view, report) {
    for (const { line } of view.classificationLines) {
      const { section } = line;
      if (!section || !/^SECTION +(?:\d +OF +\d{1,2}|\d\d +OF +\d)$/i.test(section.text) || !isOfSixDigits(view))
        continue;
      const text = section.text.replace(/\b\d\b/g, '0$&');
      report(section, { right: text.slice(text.search(/\d/)) }, { fix: replace(section, text) });
    }
  },
});
