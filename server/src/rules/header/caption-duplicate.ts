import { deleteLines } from '../../rewrite/header-lines';
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
      if (view.fields('tags').some(({ start, end }) => start <= caption.start && caption.end <= end)) continue;
      if (seen.has(caption.text)) {
        const alone = view
          .fields('caption')
          .some(
            (field) => view.folded(field) === caption.text && field.start <= caption.start && caption.end <= field.end,
          );
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
