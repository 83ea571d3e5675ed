import { citations, isOwn } from '../facts/citations';
import { isReadable } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

/** A REF line that was not read as one. */
const LABEL = /REF(?:S|TELS?|ERENCES?)?\b ?:/i;
/** `STATE 12345 (reftel)` says itself what it means. */
const DEFINED = /\d\s{0,3}\(\s?$/;

export const reftelWithoutRef = rule({
  name: 'xref/reftel-without-ref',
  severity: 'information',
  format: ['5.2', '3.8'],
  message: '"Reftel" is cited but there is no REF line.',
  why: 'A reftel is named on the REF line. Silent in later sections, in quoted texts, and where the text says which cable it means: `STATE 12345 (reftel)`.',
  bad: [
    [UNCLASSIFIED, 'It stopped.', '«Reftel» says it stopped.'],
    [RECORD, 'REF: STATE 297115\n\n', '', 'PROPOSED REFTEL', 'PROPOSED «REFTEL»'],
    [DRAFT, 'REF: A. STATE 3312\n     B. ROME 98\n\n', '', 'in ref A', 'in\n«reftels»'],
  ],
  good: [
    [RECORD],
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS SECTION 02 OF 02 ROME', 'It stopped.', 'Reftel says it stopped.'],
    [UNCLASSIFIED, 'It stopped.', 'The bell of STATE 12345 (reftel) stopped; reftel asked why.'],
    [UNCLASSIFIED, 'It stopped.', 'We refer to its refs in a moment.'],
    [CONFIDENTIAL, 'It stopped.', 'Reftels say that it stopped.'],
  ],
  check(view, report) {
    if (!view.message.header || !view.classification || view.field('ref') || !isReadable(view)) return;
    if ((view.classification.sectionNumber ?? 1) > 1) return;
    const { reftels } = citations(view);
    const first = reftels.find((each) => isOwn(view, each));
    if (!first) return;
    const { start, body } = view.message;
    if (LABEL.test(view.text({ start, end: body.start + 400 }))) return;
    if (reftels.some((each) => DEFINED.test(view.text({ start: Math.max(0, each.start - 6), end: each.start }))))
      return;
    report(first);
  },
});
