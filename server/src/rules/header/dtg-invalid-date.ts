import { exists, MONTHS } from '../../model/dates';
import { readableDtg } from '../facts/date-time-group';
import { dtgSpan } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const dtgInvalidDate = rule({
  name: 'header/dtg-invalid-date',
  severity: 'error',
  format: ['2.5'],
  message: '{day} {month} {year} does not exist.',
  why: 'A cable is dated by its date-time group, so the day must be one of that month. Silent where the month or the year cannot be read; a missing year is that of the archive.',
  bad: [
    [CONFIDENTIAL, 'O 121200Z DEC 06', 'O «321200Z DEC 06»'],
    [TRANSMITTED, 'O 121200Z DEC 06', 'O «311200Z NOV 06»'],
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'R «291200Z FEB 06»'],
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'R «001200Z DEC 2006»'],
    [CONFIDENTIAL, 'O 121200Z DEC 06', 'O «311200Z JUN»'],
  ],
  good: [
    [UNCLASSIFIED, '121200Z DEC 06', '291200Z FEB 08'],
    [UNCLASSIFIED, '121200Z DEC', '321200Z DCX'],
    [UNCLASSIFIED, '121200Z DEC 06', '311200Z JUN'],
    [SMART],
  ],
  check(view, report) {
    const dtg = readableDtg(view);
    if (!dtg?.date || exists(dtg.date.year, dtg.date.month, dtg.date.day)) return;
    const { year, month, day } = dtg.date;
    report(dtgSpan(view)!, { day, month: MONTHS[month - 1]!, year });
  },
});
