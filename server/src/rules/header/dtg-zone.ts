import { readableDtg } from '../facts/date-time-group';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const dtgZone = rule({
  name: 'header/dtg-zone',
  severity: 'warning',
  format: ['2.5'],
  message: 'State date-time groups use Z (UTC); found {x}.',
  why: 'The letter after the time is its zone. State counts in UTC, which is Z; the other letters are local time zones of military traffic. Silent where the letter is missing, as the date-time group is then malformed.',
  fix: 'Writes Z, for the drafter to decide: a time that really was local must be converted as well.',
  bad: [
    [CONFIDENTIAL, '121200Z DEC', '121200«A» DEC'],
    [TRANSMITTED, '121200Z DEC', '121200 «R» DEC'],
    [SMART, '141130Z APR', '141130«J» APR'],
  ],
  good: [[UNCLASSIFIED, '121200Z DEC', '121200z DEC'], [UNCLASSIFIED, '121200Z DEC', '121200 DEC'], [SMART]],
  check(view, report) {
    const zone = readableDtg(view)?.zone;
    if (zone && zone.text.toUpperCase() !== 'Z') report(zone, { x: zone.text }, { fix: propose(zone, 'Z') });
  },
});
