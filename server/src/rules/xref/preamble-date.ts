import { span } from '../../model/fields';
import { archiveDate, dateOf, filing, isFiledOtherDay, isNear, otherYear } from '../facts/days';
import { dtgDay, dtgSpan, written } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const preambleDate = rule({
  name: 'xref/preamble-date',
  severity: 'warning',
  format: ['5.2', '1.1', '2.5'],
  message: 'The preamble date is {said}, the date-time group {dtg}.',
  why: 'The archive gives the date of the date-time group; one day either way is allowed for, as it is the date of the post. Silent where it is the date-time group that stands alone, which is reported as `xref/julian-date` or `xref/mrn-year`.',
  fix: 'Writes the date of the date-time group, and its weekday, into the preamble.',
  bad: [
    [CONFIDENTIAL, 'Tue Dec 12 00:00:00 +0100 2006', '«Fri Dec 15 00:00:00 +0100 2006»'],
    [CONFIDENTIAL, 'Tue Dec 12 00:00:00 +0100 2006', '«Mon Dec 12 00:00:00 +0100 2005»'],
    [
      UNCLASSIFIED,
      'R 121200Z',
      '06ROME1\nA BELL\n«Thu Sep 28 00:00:00 +0200 2006»\nUNCLASSIFIED//FOR OFFICIAL USE ONLY\nEmbassy Rome\nR 121200Z',
    ],
  ],
  good: [
    [CONFIDENTIAL, 'Tue Dec 12', 'Wed Dec 13'],
    [
      CONFIDENTIAL,
      'Tue Dec 12 00:00:00 +0100 2006',
      'Mon Jan 01 00:00:00 +0700 2007',
      '121200Z DEC',
      '311900Z DEC',
      '3461200',
      '3651900',
    ],
    [CONFIDENTIAL, 'O 121200Z', 'O 151200Z'],
    [CONFIDENTIAL, 'DEC 06', 'DEC 05'],
    [CONFIDENTIAL, 'Tue Dec 12', 'Tue Dec 32'],
  ],
  check(view, report) {
    const archive = archiveDate(view);
    const dtg = dtgDay(view);
    if (!archive || dtg === null || isNear(archive.day, dtg)) return;
    const filed = filing(view);
    if (filed && isFiledOtherDay(filed) && isNear(filed.day, archive.day)) return;
    const mrn = otherYear(view);
    if (mrn && Number(mrn.year.text) === dateOf(archive.day).getUTCFullYear() % 100) return;
    report(
      span(archive.field),
      { said: written(archive.day), dtg: written(dtg) },
      {
        related: { ...dtgSpan(view)!, message: `The date-time group says ${written(dtg)}.` },
        fix: { title: `Change to ${written(dtg)}`, edits: archive.change(dtg) },
      },
    );
  },
});
