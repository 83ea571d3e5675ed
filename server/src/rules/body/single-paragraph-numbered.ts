import { isReadable, isSigned, textOf } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const singleParagraphNumbered = rule({
  name: 'body/single-paragraph-numbered',
  severity: 'information',
  style: true,
  tag: 'unnecessary',
  format: ['4.1'],
  message: 'A single paragraph needs no number.',
  why: 'Only the paragraphs of a cable that has several are numbered. Silent for a draft without signature, which may still grow, and for cables in sections.',
  fix: 'Deletes the number.',
  bad: [
    [UNCLASSIFIED, '1.  (SBU)', '«1».  (SBU)', '2.  (U) It stopped.\n\n', ''],
    [UNCLASSIFIED, 'SENSITIVE\n', '', '1.  (SBU) The bell', '¶«1».  The bell', '2.  (U) It stopped.\n\n', ''],
    [UNCLASSIFIED, '1.  (SBU)', '(SBU) «1».', '2.  (U) It stopped.\n\n', '', '(SBU)', '(SBU)'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, '1.  (SBU)', '(SBU)', '2.  (U) It stopped.\n\n', ''],
    [UNCLASSIFIED, '2.  (U) It stopped.', 'The tower is old and its stairs are steep, so nobody goes up.'],
    [
      DRAFT,
      '2.  (U) EconOff visited the port after the meeting of ref B.\n\nComment\n-------\n\n3.  (SBU) The lagoon needs a market.  End comment.\n\nKETTERING\n',
      '',
    ],
    [UNCLASSIFIED, '\n\n2.  (U) It', '\n2. It'],
  ],
  along: ['body/portion-mark-position'],
  check(view, report) {
    const { body } = view.message;
    const [section, another] = body.sections;
    const [only, second] = section?.paragraphs ?? [];
    if (!only?.number || second || another || section!.heading || body.repeatedHeaders.length) return;
    // A draft may still grow.
    if (!isReadable(view) || view.classification?.sectionsAnnounced || (view.partial && !isSigned(view.message)))
      return;
    if (textOf(view, only.number) !== '1' || /(?:^|[\r\n])[ \t¶(]{0,6}2 ?[.)\s]/.test(textOf(view, only))) return;
    const { text, clean } = view.cable;
    const { mark, number, textStart } = only;
    // What stands before the mark, or before the text where the mark comes first.
    let start = number.start;
    while (start > only.start && !mark?.beforeNumber && /[¶\uFEFF]/.test(clean[start - 1]!)) start--;
    const end = mark && !mark.beforeNumber ? (mark.brackets === 'both' ? mark.start - 1 : mark.start) : textStart;
    const fits = text.slice(number.start, end) === clean.slice(number.start, end) && textStart < only.children[0]!.end;
    report(number, null, { fix: fits ? { title: 'Delete the number', edits: [{ start, end, text: '' }] } : null });
  },
});
