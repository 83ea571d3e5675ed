import { span } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { Field } from '../../syntax/tree';
import { lineBreak, lineEnd } from '../../text/edits';
import { isFrom } from '../facts/shared';
import { type Fix, isRedacted, rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED } from '../specimens';

export const reasonMissing = rule({
  name: 'header/reason-missing',
  severity: 'warning',
  format: ['3.9'],
  message: 'No reason is given for the classification.',
  why: 'Who classifies a cable cites the reason, a letter of section 1.4 of the order. Silent where a section or a source is named, in redacted lines, and in unclassified cables, which need no classifier.',
  fix: 'Inserts `Reason: 1.4 ()` for the drafter to fill in; section 1.5 before 25 March 2003.',
  bad: [
    [
      CONFIDENTIAL,
      'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).',
      '«Classified By: Ambassador Ada Example.»',
    ],
    [
      TRANSMITTED,
      'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).',
      '«Classified By: Ambassador Ada Example,\nof the embassy»',
    ],
  ],
  good: [
    [CONFIDENTIAL, 'for reasons 1.4 (b) and (d)', '1.4 (B) and (D)'],
    [CONFIDENTIAL, 'for reasons 1.4 (b) and (d)', 'E.O. 12958 1.5 (B)'],
    [CONFIDENTIAL, ' for reasons 1.4 (b) and (d).', '.\nReason: 1.4 (b)'],
    [SMART, 'FERRIES\n\n1.', 'FERRIES\n\nClassified By: Ada Example, DCM\nReason: 1.4 (b)\n\n1.'],
    [CONFIDENTIAL, 'Ambassador Ada Example for reasons 1.4 (b) and (d)', 'multiple sources'],
    [CONFIDENTIAL, 'Ada Example for reasons 1.4 (b) and (d)', 'XXXXXXXXXXXX'],
  ],
  check(view, report) {
    const [first] = view.fields('classified-by');
    const read = first ? view.classifiedBy : null;
    if (!first || !read || read.letters.length || (view.level && !view.isClassified)) return;
    // `E.O. 12958 1.5 (A)` inside it was taken for the other line.
    if (view.orders.some(({ field }) => field.start > first.start)) return;
    if (/REA ?SON|\b[1-3]\.\d\b|MULTIPLE|DERIV/i.test(read.raw) || isRedacted(read.raw)) return;
    report(span(first), null, { fix: insertReason(view, first) });
  },
});

function insertReason(view: MessageView, field: Field): Fix | null {
  const { text } = view.cable;
  const { end } = span(field);
  // Another line was joined to it.
  if (/\S/.test(view.text({ start: end, end: lineEnd(text, end) }))) return null;
  const reason = `Reason: ${!view.dtg?.date || isFrom(view, 2003, 4) ? '1.4' : '1.5'} ()`;
  return {
    title: `Insert ${reason}`,
    edits: [{ start: end, end, text: `${lineBreak(text, end)}${reason}` }],
    drafter: true,
  };
}
