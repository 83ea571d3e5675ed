import { datedOn, dateLine, GRACE, orderLine } from '../facts/order-line';
import { IN_FORCE, orderInForce } from '../facts/orders';
import { written } from '../facts/shared';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

export const eoEra = rule({
  name: 'xref/eo-era',
  severity: 'warning',
  format: ['5.2', '3.5'],
  message: 'E.O. {order} was not in force on {date}.',
  why: 'Each order on classification holds until the next one; templates live longer. Sixty days either side are allowed, and the rule is silent where the preamble has another year than the date-time group.',
  fix: 'Writes the order that was in force.',
  bad: [
    [CONFIDENTIAL, 'E.O. 12958', 'E.O. «13526»'],
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'R 121200Z DEC 11', 'E.O. 12958', 'E.O. «12958»'],
    [RECORD, 'E.O. 11652', 'E.O. «12065»'],
  ],
  good: [
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'R 121200Z AUG 10'],
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'R 121200Z SEP 95'],
    [CONFIDENTIAL, 'O 121200Z DEC 06', 'O 121200Z DEC 60'],
    [UNCLASSIFIED, 'E.O. 12958', 'E.O. UNKNOWN'],
    [DRAFT, '13526', '11652'],
  ],
  check(view, report) {
    const number = orderLine(view)?.number;
    const span = number && IN_FORCE[number.text];
    const dated = span ? datedOn(view) : null;
    if (!number || !span || dated === null || (dated >= span[0] - GRACE && dated <= span[1] + GRACE)) return;
    const right = orderInForce(view);
    report(
      number,
      { order: number.text, date: written(dated) },
      { related: dateLine(view, dated), fix: right ? replace(number, right) : null },
    );
  },
});
