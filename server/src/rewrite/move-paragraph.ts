/** Moving a paragraph above the one before it or below the next, with its number (FORMAT 4.1). */
import type { MessageView } from '../model/view';
import { isLine, type LineKind, type Paragraph, type Section, type Span } from '../syntax/tree';
import { applyEdits, type Edit } from '../text/edits';
import { mentionsOf, numbering } from './renumber';

/** A numbered paragraph, and those without a number below it, which belong to it: whole lines, without the blank ones at the end. */
interface Piece extends Span {
  readonly number: Span | null;
}

/** Their places are fixed: what holds one is not moved. */
const FIXED: ReadonlySet<LineKind> = new Set(['page', 'repeat-class', 'release-stamp', 'artefact']);

/**
 * The paragraph at an offset and its neighbour in exchange: each gets the number of the other's place, and what cites them follows. Within
 * its section; null at the ends of one, and where a page line stands in either of them.
 */
export function moveParagraph(view: MessageView, offset: number, direction: 'up' | 'down'): Edit[] | null {
  const section = view.message.body.sections.find(
    ({ start, end }) => start <= offset && offset < Math.max(end, start + 1),
  );
  const pieces = section ? piecesOf(view, section) : [];
  const at = pieces.findLastIndex((piece) => piece.start <= offset);
  const [first, second] = direction === 'up' ? [pieces[at - 1], pieces[at]] : [pieces[at], pieces[at + 1]];
  if (at < 0 || !first || !second || !isMovable(section!, first) || !isMovable(section!, second)) return null;
  return exchange(view, first, second, direction);
}

function piecesOf(view: MessageView, { paragraphs }: Section): Piece[] {
  const own = new Set(view.paragraphs.map(({ paragraph }) => paragraph));
  const pieces: { start: number; end: number; number: Span | null }[] = [];
  for (const paragraph of paragraphs) {
    const isNew = own.has(paragraph) && (paragraph.number !== null || pieces.length === 0);
    const end = endOf(paragraph);
    if (isNew) pieces.push({ start: paragraph.start, end, number: paragraph.number });
    else if (pieces.length) pieces.at(-1)!.end = end;
  }
  return pieces;
}
const endOf = ({ children, end }: Paragraph): number => children.findLast(({ kind }) => kind !== 'blank')?.end ?? end;

function isMovable(section: Section, { start, end }: Span): boolean {
  const lines = section.children.flatMap((part) => (isLine(part) ? [part] : part.children.filter(isLine)));
  return lines.every((line) => line.start < start || line.start >= end || !FIXED.has(line.kind));
}

/** The one that moves stays where it is and the other goes to its other side, so that a cursor moves with its paragraph in any editor. */
function exchange(view: MessageView, first: Piece, second: Piece, direction: 'up' | 'down'): Edit[] {
  const { text } = view.cable;
  const [moved, other] = direction === 'up' ? [second, first] : [first, second];
  const edits = numberEdits(view, first, second);
  const inOther = edits
    .filter((edit) => isIn(edit, other))
    .map((edit) => ({ start: edit.start - other.start, end: edit.end - other.start, text: edit.text }));
  const otherText = applyEdits(text.slice(other.start, other.end), inOther);
  const between = text.slice(first.end, second.start);
  const gone = direction === 'up' ? { start: other.start, end: moved.start } : { start: moved.end, end: other.end };
  const back =
    direction === 'up' ? below(text, moved.end, between + otherText) : above(text, moved.start, otherText + between);
  const kept = edits.filter((edit) => !isIn(edit, other));
  // Where the text begins or ends there is no line break between: what goes there, and a number, are one change.
  const at = kept.findIndex(({ start, end }) => start === back.start || end === back.start);
  const same = kept[at];
  if (!same) kept.push(back);
  else kept[at] = { ...same, text: same.start === back.start ? back.text + same.text : same.text + back.text };
  return [...kept, { ...gone, text: '' }].sort((a, b) => a.start - b.start || a.end - b.end);
}

const FIRST_BREAK = /^(?:\r\n|\r|\n)/;
const LAST_BREAK = /(?:\r\n|\r|\n)$/;

/** Puts lines above those that begin at an offset; before the line break, since a cursor at the offset would stay above what is put there. */
function above(text: string, at: number, lines: string): Edit {
  const lineBreak = LAST_BREAK.exec(lines)?.[0];
  if (!lineBreak || LAST_BREAK.exec(text.slice(Math.max(0, at - 2), at))?.[0] !== lineBreak)
    return { start: at, end: at, text: lines };
  const before = at - lineBreak.length;
  return { start: before, end: before, text: lineBreak + lines.slice(0, -lineBreak.length) };
}

/** The same below those that end at an offset. */
function below(text: string, at: number, lines: string): Edit {
  const lineBreak = FIRST_BREAK.exec(lines)?.[0];
  if (!lineBreak || FIRST_BREAK.exec(text.slice(at, at + 2))?.[0] !== lineBreak)
    return { start: at, end: at, text: lines };
  const after = at + lineBreak.length;
  return { start: after, end: after, text: lines.slice(lineBreak.length) + lineBreak };
}
const isIn = (edit: Span, piece: Span): boolean => edit.start >= piece.start && edit.end <= piece.end;

/** Exchanges the numbers of two, there and wherever they are cited. */
function numberEdits(view: MessageView, first: Piece, second: Piece): Edit[] {
  if (!first.number || !second.number) return [];
  const [a, b] = [view.text(first.number), view.text(second.number)];
  const numbers = new Map([
    [a, b],
    [b, a],
  ]);
  const edits: Edit[] = [
    { ...spanOf(first.number), text: b },
    { ...spanOf(second.number), text: a },
  ];
  for (const { start, end, letter, range } of mentionsOf(view, numbering(view))) {
    const right = numbers.get(view.cable.text.slice(start, end) + letter);
    // Between the ends of a range both may be meant; which of them, one range cannot say any more.
    if (right !== undefined && range === null) edits.push({ start, end: end + letter.length, text: right });
  }
  return edits;
}
const spanOf = ({ start, end }: Span): Span => ({ start, end });
