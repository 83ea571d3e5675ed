import { MONTHS } from '../../model/dates';
import { preambleDate } from '../facts/preamble';
import { dayNumber, dtgDay, dtgSpan, written } from '../facts/shared';
import { propose, replace, rule } from '../rule';
import { CONFIDENTIAL } from '../specimens';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const EXTRACT = `06ROME1
A BELL
Tue Dec 12 00:00:00 +0100 2006
CONFIDENTIAL
Embassy Rome
This record is a partial extract of the original cable. The full text of the original cable is not available.

C O N F I D E N T I A L ROME 000001

1.  (C) The bell rang.
`;

export const weekdayMismatch = rule({
  name: 'archive/weekday-mismatch',
  severity: 'information',
  format: ['1.1'],
  message: '{date} was a {weekday}.',
  why: 'The weekday does not belong to the date: one of them was changed by hand. Silent where the date-time group gives another date, as then the date is wrong and not the weekday.',
  fix: 'Writes the weekday of the date; only as a proposal where no date-time group confirms that date.',
  bad: [
    [CONFIDENTIAL, 'Tue Dec 12', '«Mon» Dec 12'],
    [CONFIDENTIAL, 'Tue Dec 12', '«Tue» Dec 13'],
    [EXTRACT, 'Tue Dec 12', '«Fri» Dec 12'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'Tue Dec 12', 'Mon Dec 11'],
    [CONFIDENTIAL, 'Tue Dec 12 00:00:00 +0100 2006', '2006-12-12 12:00'],
    [CONFIDENTIAL, 'Tue Dec 12', 'Tue Dec 21'],
  ],
  check(view, report) {
    const found = preambleDate(view);
    if (!found?.date?.weekday) return;
    const { field, date } = found;
    const day = dayNumber(date);
    const weekday = DAYS[new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay()]!;
    if (weekday.startsWith(date.weekday)) return;
    const sent = dtgDay(view);
    // More than a day apart: `xref/preamble-date` tells of it.
    if (sent !== null && Math.abs(sent - day) > 1) return;
    const at = { start: field.value, end: field.value + 3 };
    const fix = (sent === day ? replace : propose)(at, weekday.slice(0, 3));
    report(
      at,
      { date: `${date.day} ${MONTHS[date.month - 1]} ${date.year}`, weekday },
      {
        related: sent === null ? null : { ...dtgSpan(view)!, message: `The date-time group says ${written(sent)}.` },
        fix,
      },
    );
  },
});
