import type { MessageView } from '../../model/view';
import type { Span } from '../../syntax/tree';
import { ENDS_SENTENCE, inked, isSigned, isWhole, textOf } from '../facts/shared';
import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, TRANSMITTED, UNCLASSIFIED } from '../specimens';

/** The last line of the last paragraph, where that is beyond doubt the end of a numbered paragraph and no name. */
function unsignedEnd(view: MessageView): Span | null {
  const last = view.message.body.sections.at(-1)?.paragraphs.at(-1);
  const line = last?.children.findLast(({ kind }) => kind !== 'blank' && kind !== 'page' && kind !== 'repeat-class');
  if (!last || !line || !(last.number || last.mark) || line.kind !== 'text') return null;
  const at = inked(view, { start: Math.max(line.start, Math.min(last.textStart, line.end)), end: line.end });
  const text = textOf(view, at);
  const name = text.split(/[.?!]["')]?\s+/).at(-1)!;
  if (!ENDS_SENTENCE.test(text) || isRedacted(text)) return null;
  // `... may be sent. HALLWORTH.`
  if (name === name.toUpperCase() && text !== text.toUpperCase()) return null;
  return line.start > last.start && text.split(/\s+/).length <= 3 && !/^END/i.test(text) ? null : at;
}

export const signatureMissing = rule({
  name: 'body/signature-missing',
  severity: 'information',
  style: true,
  format: ['4.7'],
  message: 'The cable is not signed.',
  why: 'The surname of the chief of mission, or of the Secretary, stands alone below the text. Silent for drafts, cables of which sections are missing, and where the last line may be a name.',
  bad: [
    [UNCLASSIFIED, '2.  (U) It stopped.\n\nEXAMPLE\n', '2.  (U) «It stopped.»\n'],
    [TRANSMITTED, 'SECTION 01 OF 02 ', '', '#0001/01', '#0001', 'More text.\n\nEXAMPLE\n', '«More text.»\n\n'],
    [
      CONFIDENTIAL,
      '3.  (C) It stopped.\n\nEXAMPLE\n',
      '3.  (C) It stopped.  The tower is closed, and nobody\n«expects the bell to ring again this year.»\n',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'EXAMPLE', 'Example'],
    [UNCLASSIFIED, 'EXAMPLE', 'XXXXXXXXXXXX'],
    [UNCLASSIFIED, 'It stopped.\n\nEXAMPLE\n', 'It stopped and will not ring again. EXAMPLE.\n'],
    [DRAFT, '\nKETTERING\n', ''],
    [TRANSMITTED, '\nEXAMPLE\n', ''],
  ],
  check(view, report) {
    const { message } = view;
    if (isSigned(message) || !message.header || !message.transmission || view.layout === 'smart') return;
    if (!isWhole(view) || message.body.repeatedHeaders.length || !view.level) return;
    if (message.ending?.fields.some(({ kind }) => kind === 'unknown-line')) return;
    const at = unsignedEnd(view);
    if (at) report(at);
  },
});
