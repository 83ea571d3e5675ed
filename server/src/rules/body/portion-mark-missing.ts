import { span } from '../../model/fields';
import { unmarkedParagraphs } from '../../model/portion-marks';
import type { MessageView } from '../../model/view';
import { addPortionMarks, cableMark } from '../../rewrite/portion-marks';
import { portions } from '../facts/levels';
import { isReadable } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

/** Since E.O. 12065 each paragraph is marked; before, few were. */
function mustBeMarked(view: MessageView): boolean {
  if (view.layout === 'aad') return false;
  if (view.year !== undefined) return view.year >= 1979;
  return view.fields('eo').some((field) => /\b(?:12065|12356|12958|13526)\b/.test(view.folded(field)));
}

export const portionMarkMissing = rule({
  name: 'body/portion-mark-missing',
  severity: 'warning',
  format: ['4.1', '3.2'],
  message: 'Paragraph {number} has no portion mark{more}.',
  why: 'Since 1979 each paragraph of a classified cable is marked, and those of a SENSITIVE one should be (a hint in an archive). Silent where one mark says ENTIRE TEXT, in a later section without any mark, where the parts of a paragraph are marked, and for redacted paragraphs.',
  fix: 'Puts the mark of the cable after each number that has none, for the drafter to decide.',
  bad: [
    [CONFIDENTIAL, '2.  (U) It', '«2».  It'],
    [UNCLASSIFIED, '1.  (SBU) The', '«1».  The', '2.  (U) It', '2.  It'],
    [DRAFT, '3.  (SBU) The lagoon needs a market.', '«3».  The lagoon needs a market, and a bridge.'],
    [CONFIDENTIAL, '2.  (U) It', '¶«2».It'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'SENSITIVE\n', '', '1.  (SBU) The', '1.  The', '2.  (U) It', '2.  It'],
    [
      CONFIDENTIAL,
      '1.  (C) Summary:',
      '1.  (C - ENTIRE TEXT) Summary:',
      '2.  (U) It',
      '2.  It',
      '3.  (C) It',
      '3.  It',
    ],
    [UNCLASSIFIED, '2.  (U) It stopped.', '2.  Points:\n\n-- (U) It rang.\n-- (SBU) It stopped.'],
    [UNCLASSIFIED, '2.  (U) It stopped.', '2.  XXXXXXXXXXXX'],
    [RECORD],
  ],
  check(view, report) {
    const classified = view.isClassified;
    if (!classified && !(view.level === 'UNCLASSIFIED' && view.isSensitive)) return;
    if (!isReadable(view) || !mustBeMarked(view)) return;
    const found = unmarkedParagraphs(view);
    if (!found.length) return;
    // ENTIRE TEXT may stand in the first section, which is another message.
    if ((view.classification?.sectionNumber ?? 1) > 1 && !portions(view).marks.length) return;
    const mark = cableMark(view)!;
    const title = found.length > 1 ? `Mark ${found.length} paragraphs (${mark})` : `Insert (${mark})`;
    const line = view.fields('classification')[0];
    report(
      found[0]!.paragraph.number!,
      { number: found[0]!.value!, more: more(found) },
      {
        severity: classified ? 'warning' : view.isRecord ? 'hint' : 'information',
        related: line && { ...span(line), message: `The cable is ${classified ? view.level : 'SENSITIVE'}.` },
        fix: { title, edits: addPortionMarks(view, mark), drafter: true },
      },
    );
  },
});
