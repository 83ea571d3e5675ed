import { datedOn, dateLine, declassifiedOn, orderLine } from '../facts/order-line';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED } from '../specimens';

export const declBeforeDtg = rule({
  name: 'xref/decl-before-dtg',
  severity: 'error',
  format: ['5.2', '3.5'],
  message: 'To be declassified before it was written.',
  why: 'A cable is declassified after the day of its date-time group, or on it. Two digits of a year are read as a year near that of the cable; silent where the preamble has another year than the date-time group.',
  bad: [
    [CONFIDENTIAL, '12/12/2016', '«12/12/2005»'],
    [TRANSMITTED, 'DECL: 12/12/2016', 'DECL: «12/11/2006»'],
    [RECORD, 'GDS', 'ADS, DECLAS «01-31-75»'],
  ],
  good: [
    [CONFIDENTIAL, '12/12/2016', '12/12/2006'],
    [CONFIDENTIAL, '12/12/2016', '12/12/31'],
    [CONFIDENTIAL, '12/12/2016', '02/30/2005'],
    [CONFIDENTIAL, 'O 121200Z DEC 06', 'O 121200Z DEC 60', '12/12/2016', '12/12/2005'],
  ],
  check(view, report) {
    const line = orderLine(view);
    const dated = line?.date ? datedOn(view) : null;
    if (!line || dated === null) return;
    const day = declassifiedOn(line, dated);
    if (day !== null && day < dated) report(line.date!, null, { related: dateLine(view, dated) });
  },
});
