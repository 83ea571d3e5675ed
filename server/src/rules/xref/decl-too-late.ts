import { datedOn, dateLine, declassifiedOn, orderLine } from '../facts/order-line';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED } from '../specimens';

/** A day or two over are slips of counting. */
const YEARS_25 = 25 * 365.25 + 2;

export const declTooLate = rule({
  name: 'xref/decl-too-late',
  severity: 'information',
  format: ['5.2', '3.5'],
  message: 'More than 25 years after the date-time group.',
  why: 'Orders set 25 years as the longest term. Silent where an exemption of 25 or 50 years is claimed (`25X1`), and where the preamble has another year than the date-time group.',
  bad: [
    [CONFIDENTIAL, '12/12/2016', '«12/12/2046»'],
    [TRANSMITTED, 'DECL: 12/12/2016', 'DECL: 1.4 (B) «12/31/2031»'],
    [RECORD, 'GDS', 'XGDS1, DECLAS «12-14-06»'],
  ],
  good: [
    [CONFIDENTIAL, '12/12/2016', '12/12/2031'],
    [CONFIDENTIAL, '12/12/2016', '12/12/31'],
    [CONFIDENTIAL, '12/12/2016', '25X1, 12/12/2046'],
    [CONFIDENTIAL, 'O 121200Z DEC 06', 'O 121200Z DEC 60'],
  ],
  check(view, report) {
    const line = orderLine(view);
    const dated = line?.date ? datedOn(view) : null;
    if (!line || dated === null || /\b(?:25|50)X/i.test(line.instruction)) return;
    const day = declassifiedOn(line, dated);
    if (day !== null && day > dated + YEARS_25) report(line.date!, null, { related: dateLine(view, dated) });
  },
});
