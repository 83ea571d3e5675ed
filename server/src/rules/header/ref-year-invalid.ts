import { fullYear } from '../../model/dates';
import { token } from '../../model/fields';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED } from '../specimens';

export const refYearInvalid = rule({
  name: 'header/ref-year-invalid',
  severity: 'warning',
  format: ['3.8'],
  message: '`{year}` is not a plausible year.',
  why: 'A cable cites what was sent before it, in a year that had cables. Two digits are the latest such year that the cable can cite; a year that is only too late is told by `xref/ref-future`.',
  bad: [
    [TRANSMITTED, '05 ROME', '«2066» ROME'],
    [CONFIDENTIAL, '05 STATE', '«1906» STATE'],
    [CONFIDENTIAL, '05 STATE', '(«45») STATE'],
  ],
  good: [
    [RECORD, 'REF: STATE', 'REF: 75 STATE'],
    [TRANSMITTED, 'DEC 06', 'DEC 99', '05 ROME', '98 ROME'],
    [TRANSMITTED, 'DEC 06', 'DEC 99', '05 ROME', '00 ROME'],
    [CONFIDENTIAL, '05 STATE 12345', 'STATE 12345 (05)'],
  ],
  check(view, report) {
    const { year } = view;
    if (year === undefined) return;
    for (const reference of view.references) {
      const match = reference.kind === 'cable' ? YEAR.exec(view.text(reference)) : null;
      const written = match?.[1] ?? match?.[2];
      if (!match || !written) continue;
      // Later, as `xref/ref-future` reads it.
      if (fullYear(written.slice(-2)) > year) continue;
      const limit = year + 1;
      const value = written.length === 4 ? Number(written) : limit - ((limit - Number(written)) % 100);
      if (value > limit || value < EARLIEST)
        report(token(written, reference.start + match.index + match[0].indexOf(written)), { year: written });
    }
  },
});

/** Before the number of the post, or in brackets after it. */
const YEAR = /^\(?(\d{4}|\d{2})\)?\s|\((\d{2})\)$/;
/** The archives begin in the 1960s; cables of the 1970s cite older ones. */
const EARLIEST = 1950;
