import { malformedDtg } from '../facts/date-time-group';
import { rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const dtgMalformed = rule({
  name: 'header/dtg-malformed',
  severity: 'error',
  format: ['2.5'],
  message: 'Expected precedence and ddhhmmZ MON yy.',
  messages: { smart: 'Expected Mon d, yyyy / ddhhmmZ MON yy.' },
  why: 'The date-time group names a message together with its originator, and others cite it by that. It is a precedence letter or two, day, hour and minute, the zone, the month and the year; a missing year is no error. Silent where it is redacted.',
  bad: [
    [CONFIDENTIAL, '121200Z DEC', '«12120»Z DEC'],
    [TRANSMITTED, 'O 121200Z DEC 06', '«121200Z DEC 06»'],
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'R «121200 DEC» 06'],
    [TRANSMITTED, 'O 121200Z DEC 06', '«O 121200Z»'],
    [CONFIDENTIAL, '121200Z DEC 06', '121200Z DEC «6»'],
    [SMART, '141130Z APR 15', '1411Z 15', 'Apr 14, 2015 / 1411Z 15', '«Apr 14, 2015 / 1411Z 15»'],
  ],
  good: [
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'O P 121200Z DEC 06 ZDK'],
    [CONFIDENTIAL, 'DEC 06', 'DEC'],
    [TRANSMITTED, '121200Z DEC 06', '121200 Z DEC 2006'],
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'R XXXXXXXXXXXX'],
    [SMART],
  ],
  check(view, report) {
    const at = malformedDtg(view);
    if (at) report(at, null, view.layout === 'smart' ? { as: 'smart' } : {});
  },
});
