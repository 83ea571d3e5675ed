import { span } from '../../model/fields';
import { isShifted, preambleDate } from '../facts/preamble';
import { rule } from '../rule';
import { CONFIDENTIAL } from '../specimens';

export const dateInvalid = rule({
  name: 'archive/date-invalid',
  severity: 'warning',
  format: ['1.1'],
  message: 'This is not a date the archive uses.',
  why: 'The archive writes weekday, month, day, time, zone and year; web pages write year, month and day in figures. Silent where a line of the preamble was lost, as another line then stands here.',
  bad: [
    [CONFIDENTIAL, 'Tue Dec 12 00:00:00 +0100 2006', '«Tue Feb 30 00:00:00 +0100 2006»'],
    [CONFIDENTIAL, 'Tue Dec 12 00:00:00 +0100 2006', '«12 December 2006»'],
    [CONFIDENTIAL, 'Tue Dec 12 00:00:00 +0100 2006', '«Tue Dez 12 00:00:00 +0100 2006»'],
  ],
  good: [
    [CONFIDENTIAL, 'Tue Dec 12 00:00:00', 'Mon Dec 11 23:00:00'],
    [CONFIDENTIAL, 'Tue Dec 12 00:00:00 +0100 2006', '2006-12-12 12:00'],
    [CONFIDENTIAL, 'A BELL\n', ''],
  ],
  check(view, report) {
    const found = preambleDate(view);
    if (found && !found.date && !isShifted(view)) report(span(found.field));
  },
});
