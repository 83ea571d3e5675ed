/** The message of a file that one arrives at, and its paragraphs: for what has to look into another file. */
import type { Entry } from '../library/view';
import type { Mention } from '../model/mentions';
import { paragraphOf } from '../model/paragraph';
import type { MessageView } from '../model/view';
import type { Paragraph, Span } from '../syntax/tree';
import type { LibraryContext } from './library-context';
import { viewsOf } from './meant';
import type { Snapshot } from './snapshot';

export type ParagraphRange = NonNullable<Mention['paragraphs']>;

/** A paragraph, and where it lies. */
export interface FoundParagraph {
  readonly snapshot: Snapshot;
  readonly view: MessageView;
  readonly paragraph: Paragraph;
}

/** Of copies and sections so many files are read to find a paragraph. */
const MOST_FILES = 8;

/** The message of a file that the library means. The file may have changed since: then it is the one of that number, wherever it stands. */
export function messageOf(snapshot: Snapshot, { id, at }: Pick<Entry, 'id' | 'at'>): MessageView {
  const there = snapshot.viewAt(snapshot.lines.offsetAt(at));
  if (id === null || there.reference?.id === id) return there;
  return viewsOf(snapshot).find(({ reference }) => reference?.id === id) ?? there;
}

/** The first paragraph of a range in each of the copies, or sections, of a cable that has it. */
export function paragraphsIn(
  entries: readonly Entry[],
  { first, letter }: ParagraphRange,
  context: LibraryContext,
): FoundParagraph[] {
  const found: FoundParagraph[] = [];
  for (const entry of entries.slice(0, MOST_FILES)) {
    const snapshot = context.open(entry.uri);
    if (!snapshot) continue;
    const view = messageOf(snapshot, entry);
    const paragraph = paragraphOf(view, first, letter);
    if (paragraph) found.push({ snapshot, view, paragraph });
  }
  return found;
}

/** A paragraph without the blank lines behind it. */
export const inkOf = ({ children, start, end }: Paragraph): Span => ({
  start,
  end: children.findLast(({ kind }) => kind !== 'blank')?.end ?? end,
});
