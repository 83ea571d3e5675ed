import { exists, pad } from '../../model/dates';
import type { Token } from '../../model/fields';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED } from '../specimens';

export const declDateFormat = rule({
  name: 'header/decl-date-format',
  severity: 'information',
  style: true,
  format: ['3.5'],
  message: 'Write mm/dd/yyyy.',
  why: 'Month and day have two digits, the year four, so that the date is read in one way only. Silent before 1995, and for events.',
  fix: 'Rewrites the date; two digits of a year are those of the next such year.',
  bad: [
    [CONFIDENTIAL, '12/12/2016', '«12/12/16»'],
    [TRANSMITTED, '12/12/2016', '«3/1/2016»'],
    [CONFIDENTIAL, '12/12/2016', '«2016/12/31»'],
    [TRANSMITTED, '12/12/2016', '«12-12-2016»'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, '12/12/2016', '02/30/16'],
    [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECL: UPON DEPARTURE OF THE BELL'],
    [RECORD, 'GDS', 'ADS, DECLAS 2-28-77'],
  ],
  check(view, report) {
    const { year } = view;
    if (year === undefined || year < 1995) return;
    for (const { date, declassifyOn } of view.orders) {
      if (!date || !declassifyOn || /^\d{2}\/\d{2}\/\d{4}$/.test(date.text)) continue;
      const right = rewrite(date, declassifyOn, year);
      report(date, null, { fix: right ? propose(date, right) : null });
    }
  },
});

/** Orders set terms of up to 50 years. */
const LONGEST = 50;

function rewrite({ text }: Token, declassifyOn: string, cable: number): string | null {
  const [read, month, day] = declassifyOn.split('-').map(Number) as [number, number, number];
  const isShort = /\D\d{2}$/.test(text) && !/^\d{4}/.test(text);
  const year = isShort ? cable + ((((read - cable) % 100) + 100) % 100) : read;
  return year > cable + LONGEST || !exists(year, month, day) ? null : `${pad(month)}/${pad(day)}/${year}`;
}
