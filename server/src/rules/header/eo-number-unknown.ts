import { editDistance } from '../../text/edit-distance';
import { ORDERS, orderInForce } from '../facts/orders';
import { propose, replace, rule } from '../rule';
import { CONFIDENTIAL, RECORD, SMART, UNCLASSIFIED } from '../specimens';

export const eoNumberUnknown = rule({
  name: 'header/eo-number-unknown',
  severity: 'warning',
  format: ['3.5', '6'],
  message: '{number} is not an order on classification.',
  why: 'Six executive orders have governed classification since 1953; E.O. 13292 amended one of them. Another number is a misprint.',
  fix: 'Writes the order in force on the day of the date-time group; on its own where one slip explains the number, else the drafter decides.',
  bad: [
    [CONFIDENTIAL, 'E.O. 12958', 'E.O. «12985»'],
    [RECORD, 'E.O. 11652', 'E.O. «11653»'],
    [UNCLASSIFIED, 'E.O. 12958: N/A', 'E.O.«1295»: N/A'],
    [UNCLASSIFIED, 'E.O. 12958', 'E.O. «10450»'],
    [SMART, 'E.O.: 13526', 'E.O.: «13256»'],
  ],
  good: [
    [SMART, 'E.O.: 13526', 'E.O.: Unknown'],
    [CONFIDENTIAL, 'E.O. 12958', 'E.O. 13292'],
    [RECORD],
    [UNCLASSIFIED, 'E.O. 12958: N/A', 'E.O.: N/A'],
  ],
  check(view, report) {
    for (const { number } of view.orders) {
      if (!number || ORDERS.includes(number.text) || number.text === AMENDMENT || /^UNKNOWN$/i.test(number.text))
        continue;
      const right = orderInForce(view);
      const isSlip = right !== null && editDistance(number.text, right, 1) <= 1;
      report(number, { number: number.text }, { fix: right && (isSlip ? replace : propose)(number, right) });
    }
  },
});

/** Of E.O. 12958, in 2003. */
const AMENDMENT = '13292';
