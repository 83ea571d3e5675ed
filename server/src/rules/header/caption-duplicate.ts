import type { MessageView } from '../../model/view';
import { deleteLines } from '../../rewrite/header-lines';
import type { Field, FieldKind, Span } from '../../syntax/tree';
import { lastFrom } from '../../text/sorted';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const captionDuplicate = rule({
  name: 'header/caption-duplicate',
  severity: 'information',
  style: true,
  tag: 'unnecessary',
  format: ['3.3'],
  message: '{caption} was already given.',
  why: 'Each caption is given once, on a line of its own.',
  fix: 'Deletes the line, where nothing else stands on it.',
  bad: [
    [CONFIDENTIAL, 'SIPDIS\n', 'SIPDIS\n«SIPDIS»\n'],
    [DRAFT, 'SENSITIVE\n', 'SENSITIVE\n\n«SENSITIVE»\n'],
  ],
  good: [
    [UNCLASSIFIED],
    [CONFIDENTIAL, 'SIPDIS\n', 'NOFORN\nSIPDIS\n'],
    [UNCLASSIFIED, 'It stopped.', 'It stopped.\n\nSIPDIS\n'],
  ],
  check(view, report) {
    const seen = new Set<string>();
    for (const caption of view.captions) {
      // Among the TAGS it is another finding (header/tags-caption-inside).
      if (around(view, 'tags', caption)) continue;
      if (seen.has(caption.text)) {
        const line = around(view, 'caption', caption);
        const alone = line && view.folded(line) === caption.text;
        report(
          caption,
          { caption: caption.text },
          {
            fix: alone
              ? { title: `Delete the second ${caption.text}`, edits: [deleteLines(view, caption)], drafter: true }
              : null,
          },
        );
      }
      seen.add(caption.text);
    }
  },
});

/** The field of a kind in which a span lies. */
function around(view: MessageView, kind: FieldKind, { start, end }: Span): Field | null {
  const field = lastFrom(view.fields(kind), start);
  return field && end <= field.end ? field : null;
}
