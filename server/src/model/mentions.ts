/** Where a message cites cables and paragraphs, each place once, in the order of the text (FORMAT 3.8, 4.1, 5.1). */
import type { Span } from '../syntax/tree';
import { matches } from '../text/matches';
import { paragraphMentions } from './paragraph-mentions';
import type { Reference } from './references';
import type { MessageView } from './view';

/**
 * The words that one points at: `05 STATE 226504`, `ref B`, `reftel`, `para 5`, `paras 3-5`; of a list the first has its word with it
 * (`refs A`), and the others are themselves (`B`).
 */
export interface Mention extends Span {
  /** An item of the REF block; a message number in the subject or the text; `ref A`; `reftel`, `reftels`, `refs`; `para 5`. */
  readonly kind: 'entry' | 'number' | 'letter' | 'reftel' | 'paragraph';
  /** The entries of this cable's own REF block that are meant; of an entry itself. */
  readonly entries: readonly Reference[];
  /** Canonical numbers of the cables meant (`05STATE226504`), each once; empty where none is known, and for paragraphs of this cable. */
  readonly ids: readonly string[];
  /** The paragraphs meant: of this cable where `own`, else of the cables in `ids` (of `ref B para 3` both mentions have it). */
  readonly paragraphs: ParagraphRange | null;
  /** A paragraph of this cable. */
  readonly own: boolean;
}

/** Of one paragraph first and last are the same. */
export interface ParagraphRange {
  readonly first: number;
  readonly last: number;
  /** `a` of `para 2a`, else empty. */
  readonly letter: string;
}

/** All of a message, in the order of the text. */
export const mentions = (view: MessageView): readonly Mention[] => view.once(readMentions);

/** The narrowest mention at an offset, its end included; null where there is none. */
export function mentionAt(view: MessageView, offset: number): Mention | null {
  let found: Mention | null = null;
  for (const each of mentions(view))
    if (each.start <= offset && offset <= each.end && (!found || each.end - each.start < found.end - found.start))
      found = each;
  return found;
}

const CITED = /\b(?:reftels?|refs?\.? ?\(?([A-Z])\b\)?)/gi;

function readMentions(view: MessageView): Mention[] {
  const found: Mention[] = view.references.map((each) => mention('entry', each, [each]));
  const { body } = view.message;
  for (const match of matches(view.text(body), CITED)) {
    const start = body.start + match.index;
    const at = { start, end: start + match[0].length };
    const label = match[1]?.toUpperCase();
    const entries = view.references.filter((each) => !label || each.label === label);
    found.push(mention(label ? 'letter' : 'reftel', at, entries));
  }
  for (const { start, end, value, letter } of paragraphMentions(view))
    found.push({
      ...mention('paragraph', { start, end: end + letter.length }, []),
      paragraphs: { first: value, last: value, letter },
      own: true,
    });
  return found.sort((a, b) => a.start - b.start);
}

const mention = (kind: Mention['kind'], { start, end }: Span, entries: readonly Reference[]): Mention => ({
  kind,
  start,
  end,
  entries,
  ids: [...new Set(entries.flatMap(({ id }) => id ?? []))],
  paragraphs: null,
  own: false,
});
