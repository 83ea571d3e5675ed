/** What a place in a cable stands for, as far as one can follow it: other cables, this cable itself, one of its paragraphs. */
import { type Mention, mentionAt, mentions } from '../model/mentions';
import { ownNumbers, subjects } from '../model/own-number';
import { paragraphOf } from '../model/paragraph';
import { type MessageView, viewOf } from '../model/view';
import type { Paragraph, Span } from '../syntax/tree';
import type { Snapshot } from './snapshot';

interface Place {
  readonly at: Span;
  readonly view: MessageView;
}
/** Words that mean other cables, or paragraphs. */
export interface Mentioned extends Place {
  readonly kind: 'mention';
  readonly mention: Mention;
}
/** The number of this cable, or its subject. */
export interface Self extends Place {
  readonly kind: 'self';
  readonly id: string;
}
/** The number before a paragraph. */
export interface Numbered extends Place {
  readonly kind: 'paragraph';
  readonly paragraph: Paragraph;
}
export type Meant = Mentioned | Self | Numbered;

const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** What stands at an offset, the end of a word included. Null for words that are only words. */
export const meantAt = (snapshot: Snapshot, offset: number): Meant | null =>
  around(snapshot, offset, (view): Meant | null => {
    const mention = mentionAt(view, offset);
    if (mention) return { kind: 'mention', at: { start: mention.start, end: mention.end }, view, mention };
    for (const { paragraph } of view.paragraphs)
      if (paragraph.number && touches(paragraph.number, offset))
        return { kind: 'paragraph', at: paragraph.number, view, paragraph };
    return selfAt(view, ownNumbers(view), offset);
  });

/** The cable itself, at its subject. */
export const subjectAt = (snapshot: Snapshot, offset: number): Self | null =>
  around(snapshot, offset, (view) => selfAt(view, subjects(view), offset));

function selfAt(view: MessageView, places: readonly Span[], offset: number): Self | null {
  const at = places.find((each) => touches(each, offset));
  const id = view.reference?.id;
  return at && id ? { kind: 'self', at, view, id } : null;
}

/** In the message around an offset; at the very end of one, in that. */
const around = <T>(snapshot: Snapshot, offset: number, find: (view: MessageView) => T | null): T | null =>
  find(snapshot.viewAt(offset)) ?? (offset > 0 ? find(snapshot.viewAt(offset - 1)) : null);

/** The views of all messages of a document. */
export const viewsOf = ({ cable }: Snapshot): MessageView[] => cable.messages.map((message) => viewOf(cable, message));

/** The canonical numbers of the cables that are meant as wholes: none where a paragraph is. */
export const cablesMeant = (meant: Meant): readonly string[] =>
  meant.kind === 'self'
    ? [meant.id]
    : meant.kind === 'mention' && meant.mention.kind !== 'paragraph'
      ? meant.mention.ids
      : [];

/**
 * What the mentions are about, as far as this document has it: its own number, the number of a paragraph, an item of the REF block that
 * is no cable.
 */
export function declarations(snapshot: Snapshot, meant: Meant): readonly Span[] {
  const ids = cablesMeant(meant);
  if (ids.length) {
    const own = viewsOf(snapshot).filter(({ reference }) => reference && ids.includes(reference.id));
    return own.flatMap((view) => ownNumbers(view).slice(0, 1));
  }
  if (meant.kind !== 'mention') return [meant.at];
  const { own, paragraphs, entries, kind } = meant.mention;
  if (kind !== 'paragraph') return entries;
  const paragraph = own && paragraphs ? paragraphOf(meant.view, paragraphs.first, paragraphs.letter) : null;
  return paragraph?.number ? [paragraph.number] : [];
}

/** Where a document cites one of some cables. A paragraph of theirs has the mention of the cable beside it. */
const citingHere = (snapshot: Snapshot, ids: readonly string[]): Mention[] =>
  viewsOf(snapshot).flatMap((view) =>
    mentions(view).filter((each) => each.kind !== 'paragraph' && each.ids.some((id) => ids.includes(id))),
  );

/** The mentions of a document that mean the same: the same cable or item of the REF block, the same paragraph. */
export function mentionsOf(snapshot: Snapshot, meant: Meant): Mention[] {
  if (meant.kind === 'self') return citingHere(snapshot, [meant.id]);
  if (meant.kind === 'paragraph') {
    const { view, at } = meant;
    const [, digits, letter] = /^(\d+)([a-z]?)$/i.exec(view.text(at)) ?? [];
    const number = Number(digits);
    return mentions(view).filter(({ own, paragraphs }) => own && covers(paragraphs, number, number, letter ?? ''));
  }
  const { view, mention } = meant;
  if (mention.kind === 'paragraph') {
    const { paragraphs, own } = mention;
    if (!paragraphs) return [mention];
    const { first, last, letter } = paragraphs;
    return mentions(view).filter(
      (each) =>
        each.kind === 'paragraph' &&
        each.own === own &&
        (own || isSameCable(each, mention)) &&
        covers(each.paragraphs, first, last, letter),
    );
  }
  return viewsOf(snapshot).flatMap((each) =>
    mentions(each).filter((other) => other.kind !== 'paragraph' && isSameCable(other, mention)),
  );
}

/** One number in common, or one item of the REF block that has none. */
const isSameCable = (a: Mention, b: Mention): boolean =>
  a.ids.some((id) => b.ids.includes(id)) ||
  a.entries.some(({ start }) => b.entries.some((entry) => entry.start === start));

/** `para 2` means 2a too, and `para 2a` a part of 2. */
const covers = (range: Mention['paragraphs'], first: number, last: number, letter: string): boolean =>
  range !== null &&
  range.first <= last &&
  first <= range.last &&
  (!letter || !range.letter || letter.toLowerCase() === range.letter.toLowerCase());
