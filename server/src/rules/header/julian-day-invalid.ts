import { isLeap } from '../../model/dates';
import { sentAt } from '../facts/filing-time';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const julianDayInvalid = rule({
  name: 'header/julian-day-invalid',
  severity: 'error',
  format: ['2.3'],
  message: 'Day {day} does not exist in {year}.',
  why: 'The filing time of FL3 begins with the day of the year, 001 to 365, or 366 in a leap year.',
  fix: 'Proposes the day of the date-time group, or the next one where the filing time is earlier.',
  bad: [
    [CONFIDENTIAL, '3461200', '«436»1200'],
    [TRANSMITTED, '3461200', '«000»0010'],
    [TRANSMITTED, '3461200', '«366»1200', 'O 121200Z DEC 06', 'O 311200Z DEC 06'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, '3461200', '3661200', 'O 121200Z DEC 06', 'O 311200Z DEC 04'],
    [TRANSMITTED, '3461200', '3662350', 'O 121200Z DEC 06', 'O 010010Z JAN 05'],
    [TRANSMITTED, '#0001/01 3461200', '#0001/01 12/1200Z'],
  ],
  check(view, report) {
    const day = view.fl3?.day;
    if (day?.text.length !== 3) return;
    const number = Number(day.text);
    if (number > 0 && number < 366) return;
    const { year, dtg } = view;
    // What is written just after midnight of the new year may have been filed in the old one.
    const isNewYear = dtg?.date?.month === 1 && dtg.date.day === 1;
    if (number === 366 && (year === undefined || isLeap(year) || (isNewYear && isLeap(year - 1)))) return;
    const sent = sentAt(view);
    report(
      day,
      { day: day.text, year: year ?? 'any year' },
      { related: sent?.related, fix: sent && propose(day, sent.day) },
    );
  },
});
