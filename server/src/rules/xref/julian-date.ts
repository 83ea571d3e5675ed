import { archiveDate, changeDtg, dayOfYearOf, filing, isFiledOtherDay, isNear } from '../facts/days';
import { dtgSpan, written } from '../facts/shared';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const julianDate = rule({
  name: 'xref/julian-date',
  severity: 'warning',
  format: ['5.2', '2.3', '2.5'],
  message: 'Day {day} is {filed}; the date-time group says {dtg}.',
  why: 'A message is filed on the day of its date-time group, or on the next. Silent where the filing time is cut short or the date-time group is not in UTC.',
  fix: "Writes the day of the date-time group into FL3; where the preamble's date sides with FL3, proposes its day for the date-time group.",
  bad: [
    [CONFIDENTIAL, '3461200', '«350»1200'],
    [CONFIDENTIAL, 'O 121200Z', 'O 151200Z', '3461200', '«346»1200'],
    [TRANSMITTED, '3461200', '«345»1200'],
    [TRANSMITTED, '121200Z DEC', '311200Z DEC', '3461200', '«003»1200'],
  ],
  good: [
    [CONFIDENTIAL, '3461200', '3470030'],
    [TRANSMITTED, '121200Z DEC', '312350Z DEC', '3461200', '0010005'],
    [TRANSMITTED, '3461200', '350120'],
    [TRANSMITTED, '3461200', '3991200'],
    [TRANSMITTED, '121200Z', '120300I', '3461200', '3451800'],
  ],
  check(view, report) {
    const filed = filing(view);
    if (!filed || !isFiledOtherDay(filed)) return;
    const archive = archiveDate(view);
    report(
      filed.at,
      { day: filed.at.text, filed: written(filed.day), dtg: written(filed.dtg) },
      {
        related: { ...dtgSpan(view)!, message: `The date-time group says ${written(filed.dtg)}.` },
        fix:
          archive && isNear(archive.day, filed.day) && !isNear(archive.day, filed.dtg)
            ? changeDtg(view, filed.day)
            : replace(filed.at, dayOfYearOf(filed.dtg)),
      },
    );
  },
});
