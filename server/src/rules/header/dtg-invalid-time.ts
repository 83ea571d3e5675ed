import { readableDtg } from '../facts/date-time-group';
import { rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const dtgInvalidTime = rule({
  name: 'header/dtg-invalid-time',
  severity: 'error',
  format: ['2.5'],
  message: '{hhmm} is not a time of day.',
  why: 'The last four digits before the zone are hour and minute: hours run to 23, minutes to 59, and midnight is 0000.',
  bad: [
    [CONFIDENTIAL, '121200Z DEC', '12«2500»Z DEC'],
    [TRANSMITTED, '121200Z DEC', '12«1260»Z DEC'],
    [UNCLASSIFIED, '121200Z DEC', '12«2400»Z DEC'],
    [SMART, '141130Z APR', '14«1180»Z APR'],
  ],
  good: [
    [UNCLASSIFIED, '121200Z DEC', '120000Z DEC'],
    [UNCLASSIFIED, '121200Z DEC', '122359Z DEC'],
    [UNCLASSIFIED, '121200Z DEC', '1225000Z DEC'],
  ],
  check(view, report) {
    const digits = readableDtg(view)?.digits;
    if (!digits) return;
    const hhmm = digits.text.slice(2);
    if (Number(hhmm.slice(0, 2)) > 23 || Number(hhmm.slice(2)) > 59)
      report({ start: digits.start + 2, end: digits.end }, { hhmm });
  },
});
