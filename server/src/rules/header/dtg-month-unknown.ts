import { dayOfYear, MONTHS } from '../../model/dates';
import type { MessageView } from '../../model/view';
import { editDistance } from '../../text/edit-distance';
import { readableDtg } from '../facts/date-time-group';
import { preambleDate } from '../facts/preamble';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const NAMES = 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(' ');

export const dtgMonthUnknown = rule({
  name: 'header/dtg-month-unknown',
  severity: 'error',
  format: ['2.5'],
  message: '`{x}` is not a month abbreviation.',
  messages: { near: '`{x}` is not a month abbreviation. {near}?' },
  why: 'The month is written with its first three letters in English, so that every station reads the same date. Silent on longer forms such as `SEPT`.',
  fix: 'Writes the month that is one letter away; of several, that in which FL3 says the message was filed, or that of the date in the archive.',
  bad: [
    [CONFIDENTIAL, '121200Z DEC', '121200Z «DCE»'],
    [UNCLASSIFIED, '121200Z DEC', '121200Z «DECX»'],
    [TRANSMITTED, '121200Z DEC', '121200Z «JUM»', '3461200', '1931200'],
    [SMART, '141130Z APR', '141130Z «AVR»'],
    [UNCLASSIFIED, '121200Z DEC', '121200Z «JUM»'],
    [UNCLASSIFIED, '121200Z DEC', '121200Z «XYZ»'],
  ],
  good: [
    [UNCLASSIFIED, '121200Z DEC', '121200Z dec'],
    [UNCLASSIFIED, '121200Z DEC', '121200Z SEPT'],
    [UNCLASSIFIED, '121200Z DEC', '121200Z DECEMBER'],
    [UNCLASSIFIED, '121200Z DEC', '1212Z DCE'],
  ],
  check(view, report) {
    const month = readableDtg(view)?.month;
    const x = month?.text.toUpperCase() ?? '';
    if (!month || NAMES.some((name) => name.startsWith(x))) return;
    const all = MONTHS.filter((each) => editDistance(each, x, 1) <= 1);
    const filed = monthOfFiling(view) ?? monthOfRecord(view);
    const near = filed && all.includes(filed) ? [filed] : all;
    report(
      month,
      { x: month.text, near: near.join(' or ') },
      { ...(near.length > 0 && { as: 'near' }), fix: near.map((each) => propose(month, each)) },
    );
  },
});

/** The month that the filing day of FL3 lies in. */
function monthOfFiling({ fl3, year }: MessageView): string | undefined {
  const date = fl3?.day?.text.length === 3 ? dayOfYear(year ?? 2001, Number(fl3.day.text)) : null;
  return date ? MONTHS[date.month - 1] : undefined;
}

/** The month of the archive's date, or of the other half of `Date/DTG`. */
function monthOfRecord(view: MessageView): string | undefined {
  const date = preambleDate(view)?.date;
  if (date) return MONTHS[date.month - 1];
  const field = view.layout === 'smart' ? view.fields('fl5')[0] : undefined;
  return field ? /^[A-Z][a-z]{2}(?= \d{1,2}, \d{4})/.exec(view.folded(field))?.[0].toUpperCase() : undefined;
}
