import { fullYear, pad } from '../../model/dates';
import { isAirgram, type Reference, readCompactReference } from '../../model/references';
import { dtgSpan } from '../facts/shared';
import { type Fix, type Related, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const refFuture = rule({
  name: 'xref/ref-future',
  severity: 'warning',
  format: ['5.2', '3.8', '5.1'],
  message: 'Reference {ref} is later than this cable.',
  why: 'A cable cites what was sent before it: of an earlier year, or of its own post and year with a lower number. A reference without a year is of the same year, so that one of the last year must name it.',
  fix: 'Writes the year before; where another year than that of the cable stands there, none is offered.',
  bad: [
    [CONFIDENTIAL, '05 ROME 405', '«06 ROME 405»'],
    [CONFIDENTIAL, '05 ROME 405', '«ROME 405»'],
    [TRANSMITTED, 'B. STATE 12345', 'B. STATE 12345\n     C. «ROME 12» AND «13»'],
    [CONFIDENTIAL, '05 STATE 12345', '«07 STATE 12345»'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, 'STATE 12345', 'MILAN 12345'],
    [CONFIDENTIAL, '05 ROME 405', '97 ROME 405'],
    [CONFIDENTIAL, '05 ROME 405', 'XXXXXXXXXXXX'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const own = view.has('ref') ? view.reference : null;
    if (!own?.post) return;
    const year = view.year ?? own.year;
    for (const each of view.references) {
      const read = each.id && each.id !== own.id ? readCompactReference(each.id) : null;
      if (!read) continue;
      const isLaterYear = read.year > Math.max(own.year, year);
      const isLaterNumber =
        read.year === year && read.post === own.post && read.serial > own.serial && !isAirgram(read.id);
      if (!isLaterYear && !isLaterNumber) continue;
      const serial = view.classification?.serial;
      const date = dtgSpan(view);
      let related: Related | null = null;
      if (isLaterNumber && serial) related = { ...serial, message: `The number of this cable is ${serial.text}.` };
      else if (date) related = { ...date, message: `The date-time group says ${year}.` };
      report(
        { start: each.start, end: each.end },
        { ref: each.text },
        { related, fix: isLaterNumber ? lastYear(view.cable.clean, each, year) : null },
      );
    }
  },
});

/** Of the same post and year with a higher number: most likely of the year before. */
function lastYear(clean: string, { text, start, postToken }: Reference, year: number): Fix | null {
  const before = pad((year - 1) % 100);
  const title = `Change to ${before} ${text.replace(/^\(?(?:\d{4}|\d{2})\)? /, '')}`;
  const stated = /^(\(?)(\d{4}|\d{2})\)? /.exec(text);
  if (stated && fullYear(stated[2]!) === year) {
    const from = start + stated[1]!.length;
    const put = stated[2]!.length === 4 ? String(year - 1) : before;
    return { title, edits: [{ start: from, end: from + stated[2]!.length, text: put }], drafter: true };
  }
  // The second number of `ROME 2 AND 3` has no post of its own; behind the number a year stands in brackets.
  if (start !== postToken?.start || text.endsWith(')')) return null;
  // A number behind another word would be that of a post of that name.
  const ahead = clean.slice(Math.max(0, start - 20), start).trimEnd();
  if (/[A-Z]$/i.test(ahead) && !/\b(?:AND|OR)$/i.test(ahead)) return null;
  return { title, edits: [{ start, end: start, text: `${before} ` }], drafter: true };
}
