import { fullYear, pad } from '../../model/dates';
import type { MessageView } from '../../model/view';
import { archiveDate, dateOf, otherYear } from '../facts/days';
import { GRACE, orderLine } from '../facts/order-line';
import { IN_FORCE } from '../facts/orders';
import { dayNumber, dtgSpan } from '../facts/shared';
import { propose, replace, rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const mrnYear = rule({
  name: 'xref/mrn-year',
  severity: 'warning',
  format: ['5.2', '5.1', '1.1'],
  message: 'MRN year {said}, date-time group {year}.',
  why: 'The identifier begins with the year of the date-time group. Silent in the last hours of a year and the first of the next, as numbers change at midnight of the post.',
  fix: "Writes the year of the date-time group into the identifier; where the preamble's date, or without one the executive order, sides with the identifier, proposes its year for the date-time group.",
  bad: [
    [CONFIDENTIAL, '06ROME1\n', '«05»ROME1\n'],
    [CONFIDENTIAL, '06ROME1\n', '«06»ROME1\n', 'DEC 06', 'DEC 05', '05 ROME', '04 ROME', '05 STATE', '04 STATE'],
  ],
  good: [
    [CONFIDENTIAL],
    [
      CONFIDENTIAL,
      '06ROME1\n',
      '07ROME1\n',
      'Tue Dec 12 00:00:00 +0100 2006',
      'Mon Jan 01 00:00:00 +0700 2007',
      '121200Z DEC',
      '311900Z DEC',
      '3461200',
      '3651900',
    ],
    [CONFIDENTIAL, '121200Z DEC 06', '010330Z JAN 07', '3461200', '0010330'],
    [CONFIDENTIAL, '06ROME1\n', '05ROME1\n', 'DEC 06', 'DEC'],
    [UNCLASSIFIED, 'DEC 06', 'DEC 05'],
  ],
  check(view, report) {
    const said = otherYear(view)?.year;
    const dtg = view.dtg;
    if (!said || !dtg?.date || !dtg.year) return;
    const date = archiveDate(view);
    const archived = date ? dateOf(date.day).getUTCFullYear() : null;
    const year = fullYear(said.text);
    // The preamble's date, or else the executive order, is of the identifier's year.
    const isOneTypo =
      archived === null
        ? isInForce(view, year) && !isInForce(view, dtg.date.year)
        : archived % 100 === Number(said.text);
    report(
      said,
      { said: said.text, year: dtg.date.year },
      {
        related: { ...dtgSpan(view)!, message: `The date-time group is of ${dtg.date.year}.` },
        fix: isOneTypo
          ? propose(dtg.year, dtg.year.text.length === 4 ? String(year) : said.text)
          : replace(said, pad(dtg.date.year % 100)),
      },
    );
  },
});

/** Whether the cable's executive order was in force on its day in that year; true where the order is not known. */
function isInForce(view: MessageView, year: number): boolean {
  const span = IN_FORCE[orderLine(view)?.number?.text ?? ''];
  const day = dayNumber({ ...view.dtg!.date!, year });
  return !span || (day >= span[0] - GRACE && day <= span[1] + GRACE);
}
