import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED } from '../specimens';

export const declDateInvalid = rule({
  name: 'header/decl-date-invalid',
  severity: 'error',
  format: ['3.5'],
  message: '{date} does not exist.',
  why: 'Dates of declassification are month, day and year, or begin with the year. A date that is not in the calendar opens the cable on no day.',
  bad: [
    [CONFIDENTIAL, '12/12/2016', '«02/30/2016»'],
    [TRANSMITTED, '12/12/2016', '«31/12/16»'],
    [RECORD, 'GDS', 'ADS, DECLAS «2-29-77»'],
  ],
  good: [
    [CONFIDENTIAL, '12/12/2016', '02/29/2016'],
    [CONFIDENTIAL, '12/12/2016', '2016/12/31'],
    [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECL: UPON DEPARTURE OF THE BELL'],
    [RECORD, 'GDS', 'XGDS-1'],
  ],
  check(view, report) {
    for (const { date, declassifyOn } of view.orders) if (date && !declassifyOn) report(date, { date: date.text });
  },
});
