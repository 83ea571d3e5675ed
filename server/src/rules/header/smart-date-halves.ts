import { MONTHS } from '../../model/dates';
import { dayNumber, dtgDay, dtgSpan, written } from '../facts/shared';
import { rule } from '../rule';
import { SMART, UNCLASSIFIED } from '../specimens';

const DATE = /^\s*([A-Z][a-z]{2})[a-z]{0,6} {1,3}(\d{1,2}), {0,3}(\d{4})\b/;

export const smartDateHalves = rule({
  name: 'header/smart-date-halves',
  severity: 'warning',
  format: ['1.5'],
  message: 'The written date and the date-time group differ.',
  why: 'Both halves of Date/DTG name one date. Silent where either of them cannot be read.',
  bad: [
    [SMART, 'Apr 14, 2015', '«Apr 15, 2015»'],
    [SMART, 'Apr 14, 2015', '«April 14, 2014»'],
    [SMART, 'Date/DTG: Apr 14, 2015 / 141130Z APR 15', 'Date/DTG: «Apr 14, 2015» / 141130Z MAR 15'],
  ],
  good: [[SMART], [SMART, 'Apr 14, 2015', 'April 14, 2015'], [SMART, 'Apr 14, 2015', '14.4.2015'], [UNCLASSIFIED]],
  check(view, report) {
    const field = view.layout === 'smart' ? view.fields('fl5')[0] : undefined;
    const sent = field ? dtgDay(view) : null;
    if (!field || sent === null) return;
    const { text, base } = view.value(field);
    const match = DATE.exec(text);
    const month = match ? MONTHS.indexOf(match[1]!.toUpperCase()) + 1 : 0;
    if (!match || month === 0 || dayNumber({ year: +match[3]!, month, day: +match[2]! }) === sent) return;
    const start = base + match[0].indexOf(match[1]!);
    report({ start, end: base + match[0].length }, null, {
      related: { ...dtgSpan(view)!, message: `The date-time group says ${written(sent)}.` },
    });
  },
});
