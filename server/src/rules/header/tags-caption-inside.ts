import type { Caption } from '../../model/captions';
import type { MessageView } from '../../model/view';
import type { Field } from '../../syntax/tree';
import { captionsOnLines, insertCaption } from '../facts/captions';
import { deleteCode } from '../facts/tag-codes';
import { type Fix, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const tagsCaptionInside = rule({
  name: 'header/tags-caption-inside',
  severity: 'warning',
  format: ['3.6', '3.3', '6'],
  message: '{caption} is a caption, not a TAGS.',
  why: 'Nobody obeys a caption among the TAGS. Silent for words that are also terms, such as VISAS, and for one on a line of its own.',
  fix: 'Moves the caption to a line of its own above E.O., or deletes it where it stands there already.',
  bad: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, IT, «NOFORN»'],
    [DRAFT, 'EFIS SENV IT', '«SIPDIS» EFIS SENV IT'],
    [UNCLASSIFIED, 'SENSITIVE\nSIPDIS\n\n', '', 'PREL, IT', 'PREL, «SENSITIVE», IT'],
  ],
  good: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'CVIS, VISAS, IT'],
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, OREP, CODEL EXAMPLE, IT'],
    [UNCLASSIFIED, 'PREL, IT\n', 'PREL, IT\nSIPDIS\n'],
  ],
  check(view, report) {
    const lines = view.fields('tags');
    if (!lines.length) return;
    for (const caption of view.captions) {
      if (!caption.known || !NEVER_A_TERM.has(caption.known)) continue;
      const field = lines.find((each) => each.start <= caption.start && caption.start < each.end);
      if (field && !isAlone(view, caption))
        report(caption, { caption: caption.text }, { fix: move(view, field, caption) });
    }
  },
});

const NEVER_A_TERM: ReadonlySet<string> = new Set('SIPDIS NODIS EXDIS NOFORN SENSITIVE STADIS LIMDIS'.split(' '));

/** On a line of its own below the codes. */
function isAlone({ cable: { clean } }: MessageView, { start, end }: Caption): boolean {
  let [from, to] = [start, end];
  while (clean[from - 1] === ' ') from--;
  while (clean[to] === ' ') to++;
  return /[\r\n]/.test(clean[from - 1] ?? '\n') && /[\r\n]/.test(clean[to] ?? '\n');
}

function move(view: MessageView, field: Field, caption: Caption): Fix | null {
  // The line would be left without anything.
  if (!view.tags.length) return null;
  const taken = deleteCode(view, field, caption);
  if (captionsOnLines(view).some(({ known }) => known === caption.known))
    return { title: `Delete ${caption.text}`, edits: [taken], drafter: true };
  const put = insertCaption(view, caption.text);
  return put && { title: `Move ${caption.text} to a line of its own`, edits: [put, taken], drafter: true };
}
