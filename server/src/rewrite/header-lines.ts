/** Lines of the header put in, taken out and moved, each in the place that the format gives it (FORMAT 3.1). */
import type { MessageView } from '../model/view';
import type { Field, FieldKind, Span } from '../syntax/tree';
import { type Edit, lineBreak, lineEnd, lineStart, nextLine } from '../text/edits';

/** The lines of the text header in their order; those of one row follow each other without a blank line between. */
const BLOCKS: readonly (readonly FieldKind[])[] = [
  ['classification'],
  ['caption'],
  ['attention'],
  ['eo', 'tags', 'subject'],
  ['ref'],
  ['classified-by'],
];
export const TEXT_HEADER: readonly FieldKind[] = BLOCKS.flat();

const rankOf = ({ kind }: Field): number => TEXT_HEADER.indexOf(kind);
const together = (a: FieldKind, b: FieldKind): boolean => BLOCKS.some((row) => row.includes(a) && row.includes(b));

// Lines are told by `clean`, in which the line breaks of web copies are decoded; what is put in and out is `text`.

/** Length of the line break that ends at an offset; 0 where a line goes on. */
const breakBefore = (clean: string, offset: number): number =>
  clean.startsWith('\r\n', offset - 2) && offset > 1 ? 2 : /[\r\n]/.test(clean[offset - 1] ?? '') ? 1 : 0;
/** Whether a line begins at an offset, or the text ends there. */
export const isLineStart = ({ cable: { clean } }: MessageView, offset: number): boolean => isBoundary(clean, offset);
const isBoundary = (clean: string, offset: number): boolean =>
  offset === 0 || offset === clean.length || breakBefore(clean, offset) > 0;
const isBlankLine = (clean: string, start: number): boolean => clean.slice(start, lineEnd(clean, start)).trim() === '';
/** Whether nothing stands on the line above the one that begins at an offset. */
const isBlankAbove = (clean: string, offset: number): boolean =>
  offset === 0 || isBlankLine(clean, lineStart(clean, offset - breakBefore(clean, offset)));
const isBlankBelow = (clean: string, offset: number): boolean => offset === clean.length || isBlankLine(clean, offset);

/** Whole lines that a span touches, with the break after them; in the last line of a text the break before. */
export function wholeLines({ cable: { clean } }: MessageView, { start, end }: Span): Span {
  const from = lineStart(clean, start);
  const to = nextLine(clean, Math.max(start, end - 1));
  return breakBefore(clean, to) > 0 ? { start: from, end: to } : { start: from - breakBefore(clean, from), end: to };
}

/** Takes whole lines out; of blank lines above and below one stays. */
export function deleteLines(view: MessageView, at: Span): Edit {
  const { clean } = view.cable;
  const { start, end } = wholeLines(view, at);
  const spare = end < clean.length && isBlankAbove(clean, start) && isBlankLine(clean, end);
  return { start, end: spare ? nextLine(clean, end) : end, text: '' };
}

/** Breaks the line at an offset; blanks around the break go. */
export function breakLine({ cable: { text } }: MessageView, offset: number): Edit {
  let [start, end] = [offset, offset];
  while (start > 0 && text[start - 1] === ' ') start--;
  while (end < text.length && text[end] === ' ') end++;
  return { start, end, text: lineBreak(text, offset) };
}

/** The lines of a field to the last with text, as trailing blank lines and page lines belong to no field's text. */
export function fieldLines(view: MessageView, field: Field): Span {
  const last = field.children.findLast(({ kind }) => kind === 'text') ?? field.children[0]!;
  return wholeLines(view, { start: field.label.start, end: last.end });
}

/** The lines of a field; null where it shares one with something else, or a page line stands between them. */
function ownLines(view: MessageView, field: Field): Span | null {
  const { clean } = view.cable;
  const { start } = field.children[0]!;
  const at = field.children.findLastIndex(({ kind }) => kind === 'text');
  const end = (field.children[at] ?? field.children[0]!).next;
  const whole = field.children.every(({ kind }, i) => i > at || kind === 'text' || kind === 'blank');
  return whole && isBoundary(clean, start) && isBoundary(clean, end) ? { start, end } : null;
}

/** Where a line is put in: the beginning of another or the end of the text, and whether blank lines part it from others. */
interface Place {
  readonly at: number;
  readonly apart: 'no' | 'below' | 'both';
}

/**
 * The place of a line of the text header: with those of its block, else below those that come before it in the format. Null where there
 * is no text header, or where the place is inside a line that was joined.
 */
function placeOf({ cable: { clean }, message, layout }: MessageView, kind: FieldKind): Place | null {
  const rank = TEXT_HEADER.indexOf(kind);
  // The fields of that layout are other ones, in another order.
  if (rank < 0 || layout === 'smart') return null;
  const known = (message.header?.fields ?? []).filter((field) => rankOf(field) >= 0);
  const later = known.find((field) => rankOf(field) > rank);
  const before = later ? known[known.indexOf(later) - 1] : known.at(-1);
  if (!later && !before) return null;
  // What stands above the classification line is no part of the text header, whatever it looks like.
  const first = known.find((field) => field.kind === 'classification');
  if (first && !before && kind !== 'classification') return null;
  const place = (at: number, apart: Place['apart']): Place | null => (isBoundary(clean, at) ? { at, apart } : null);
  const below = ({ children }: Field): number =>
    (children.findLast((line) => line.kind === 'text') ?? children[0]!).next;
  if (before && together(before.kind, kind)) return place(below(before), 'no');
  if (later && together(later.kind, kind)) return place(later.children[0]!.start, 'no');
  if (before) return place(below(before), 'both');
  if (kind === 'classification') return place(message.transmission?.end ?? message.header!.start, 'below');
  return place(later!.children[0]!.start, 'both');
}

function putIn({ cable: { text, clean } }: MessageView, { at, apart }: Place, lines: string): Edit {
  const end = lineBreak(text, at);
  const above = apart === 'both' && !isBlankAbove(clean, at) ? end : '';
  // After the last line of a text that no break ends.
  if (at > 0 && breakBefore(clean, at) === 0) return { start: at, end: at, text: `${end}${above}${lines}` };
  const below = apart !== 'no' && !isBlankBelow(clean, at) ? end : '';
  return { start: at, end: at, text: `${above}${lines}${end}${below}` };
}

/** Puts a line of the text header, or several parted by LF, in its place; null where that is not known. */
export function insertHeaderLine(view: MessageView, kind: FieldKind, lines: string): Edit | null {
  const place = placeOf(view, kind);
  return place && putIn(view, place, lines.replaceAll('\n', lineBreak(view.cable.text, place.at)));
}

/** Puts a line in before the one that begins at an offset, or after the last line of the text. */
export const insertLine = (view: MessageView, at: number, line: string): Edit => putIn(view, { at, apart: 'no' }, line);

/** Puts lines into another order, each in the place of one of them; what stands between them stays. Null where one shares its line. */
export function reorder(view: MessageView, fields: readonly Field[], ordered: readonly Field[]): Edit[] | null {
  const { text, clean } = view.cable;
  const edits: Edit[] = [];
  const inkOf = (field: Field): Span | null => {
    const lines = ownLines(view, field);
    return lines && { start: lines.start, end: lines.end - breakBefore(clean, lines.end) };
  };
  for (const [i, field] of fields.entries()) {
    if (field === ordered[i]) continue;
    const place = inkOf(field);
    const other = inkOf(ordered[i]!);
    if (!place || !other) return null;
    edits.push({ ...place, text: text.slice(other.start, other.end) });
  }
  return edits;
}
