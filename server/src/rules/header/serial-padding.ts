import { isOfSixDigits } from '../facts/eras';
import { isMisread } from '../facts/section-count';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const serialPadding = rule({
  name: 'header/serial-padding',
  severity: 'information',
  style: true,
  format: ['3.2', '5.1'],
  message: 'The serial has six digits here: {right}.',
  why: 'On the classification line the number of a cable is padded to six digits; references leave the zeros out. Silent for cables before 1980, which had four to six.',
  fix: 'Puts the zeros.',
  bad: [
    [CONFIDENTIAL, 'ROME 000001', 'ROME «0001»'],
    [UNCLASSIFIED, 'ROME 000001', 'ROME «12345»'],
    [DRAFT, 'ROME 000127', 'ROME «127»'],
  ],
  good: [
    [TRANSMITTED],
    [RECORD],
    [UNCLASSIFIED, 'ROME 000001', 'ROME 1234', 'DEC 06', 'DEC 76', '12958', '11652'],
    [DRAFT, 'ROME 000127', 'ROME 127', 'E.O. 13526: N/A\n', ''],
  ],
  check(view, report) {
    for (const each of view.classificationLines) {
      const { serial } = each.line;
      if (!serial || serial.text.length >= 6 || !isOfSixDigits(view) || isMisread(view, each)) continue;
      const right = serial.text.padStart(6, '0');
      report(serial, { right }, { fix: replace(serial, right) });
    }
  },
});
