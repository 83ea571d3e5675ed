/** The text of a message in which something may be cited: lines of the header, paragraphs and headings of the body (FORMAT 5.1, 5.2). */
import { firstFrom } from '../syntax/places';
import type { FieldKind, Span } from '../syntax/tree';
import { furniture } from './pages';
import type { MessageView } from './view';

/** One line of the header, or one paragraph; or what stands between two paragraphs. From `start` to `end`, offsets of the cable. */
export interface Passage extends Span {
  /** The text it is part of, with page lines and other furniture blanked out: a sentence goes on behind them. */
  readonly text: string;
  /** Where that text begins in the cable. */
  readonly base: number;
  readonly kind: FieldKind | 'paragraph' | 'between';
}

/** What stands before an offset of the cable, at most so many characters. */
export const textBefore = ({ text, base, start }: Passage, at: number, length: number): string =>
  text.slice(Math.max(start, at - length) - base, at - base);
export const textAfter = ({ text, base, end }: Passage, at: number, length: number): string =>
  text.slice(at - base, Math.min(end, at + length) - base);

/** Header lines that say something in words (FORMAT 3.7, 3.10). */
const HEADER_KINDS: ReadonlySet<FieldKind> = new Set(['handling-note', 'subject', 'caption', 'unknown-line']);

/** Tells from the text around a place whether it is worth a visit; it is given the place as an index into the text. */
type MayCite = (text: string, index: number) => boolean;
type Visit = (passage: Passage, at: number) => void;

/** Calls for those of some ascending offsets that stand in such text, with the passage around them, in their order. */
export function visitPassages(
  view: MessageView,
  places: readonly number[],
  visit: Visit,
  mayCite: MayCite = () => true,
): void {
  visitHeader(view, places, visit, mayCite);
  const { body } = view.message;
  let i = firstFrom(places, body.start);
  if (i >= places.length || places[i]! >= body.end) return;
  const text = bodyText(view);
  const find = passageFinder(view, text);
  for (; i < places.length && places[i]! < body.end; i++)
    if (mayCite(text, places[i]! - body.start)) visit(find(places[i]!), places[i]!);
}

/** The same for the lines of the header alone. */
export function visitHeader(view: MessageView, places: readonly number[], visit: Visit, mayCite: MayCite): void {
  for (const field of view.message.header?.fields ?? []) {
    if (!HEADER_KINDS.has(field.kind)) continue;
    for (let i = firstFrom(places, field.value); i < places.length && places[i]! < field.end; i++) {
      const { text, base } = view.value(field);
      if (mayCite(text, places[i]! - base))
        visit({ text, base, start: field.value, end: field.end, kind: field.kind }, places[i]!);
    }
  }
}

/** Finds the passage of the body around each of some ascending offsets. */
function passageFinder({ message: { body } }: MessageView, text: string): (at: number) => Passage {
  let section = 0;
  let paragraph = 0;
  let before = body.start;
  const passage = (kind: Passage['kind'], start: number, end: number) => ({ text, base: body.start, start, end, kind });
  return (at) => {
    for (; section < body.sections.length; section++, paragraph = 0) {
      const { paragraphs } = body.sections[section]!;
      for (; paragraph < paragraphs.length; paragraph++) {
        const { start, end, textStart } = paragraphs[paragraph]!;
        if (at < start) return passage('between', before, start);
        // What stands before the text is its number and its mark.
        if (at < end) return passage('paragraph', at < textStart ? start : textStart, end);
        before = end;
      }
    }
    return passage('between', before, body.end);
  };
}

/** The body with blanks for page lines and repeated headers, so that a sentence goes on behind them: offsets stay true. */
export const bodyText = (view: MessageView): string => view.once(blankBody);

function blankBody(view: MessageView): string {
  const { clean } = view.cable;
  const { body } = view.message;
  const out: Span[] = furniture(view)
    .filter(({ start }) => start >= body.start && start < body.end)
    .map(({ start, next }) => ({ start, end: next }));
  if (body.repeatedHeaders.length) out.push(...body.repeatedHeaders);
  if (!out.length) return clean.slice(body.start, body.end);
  let text = '';
  let at = body.start;
  for (const { start, end } of out.sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    const kept = clean.slice(at, start).trimEnd();
    let next = end;
    while (next < body.end && /\s/.test(clean[next]!)) next++;
    text += kept + ' '.repeat(next - at - kept.length);
    at = next;
  }
  return text + clean.slice(at, body.end);
}
