/** Blank lines between the parts of a cable (FORMAT 3.1, 4.2, 4.5). */
import type { MessageView } from '../model/view';
import { viewOf } from '../model/view';
import type { Cable, Line, LineKind, Node } from '../syntax/tree';
import type { Edit } from '../text/edits';
import { type Place, visitLines } from './line-places';
import { isQuoted } from './quoted';

/**
 * One blank line before each paragraph, heading and signature, one before a section line and two after it, no more than one elsewhere
 * in header and text, none at either end of the file; wrappers, addresses, tables and quoted texts keep theirs. No line with something
 * on it is joined or broken.
 */
export function spaceLines(cable: Cable): Edit[] {
  const { text } = cable;
  const edits: Edit[] = [];
  let before: Line | null = null;
  let above: Place | null = null;
  /** Ends of the blank lines since. */
  let blanks: number[] = [];
  const meet = (line: Line, place: Place): void => {
    const count = blanks.length;
    // Most lines follow one of their own text.
    if (count > 0 || place !== above || line.kind !== 'text' || before!.kind !== 'text') space(line, place, count);
    before = line;
    above = place;
    if (count) blanks = [];
  };
  const space = (line: Line, place: Place, count: number): void => {
    const { start } = line;
    const from = before?.next ?? 0;
    // What the parser cut out of a line, and line breaks written as entities, stay.
    if (!(start === 0 || isBreak(text, start - 1)) || !/^\s*$/.test(text.slice(from, start))) return;
    const right = before ? wanted(cable, before, above!, line, place, count) : 0;
    if (count > right && text[from] !== '\uFEFF')
      edits.push({ start: right ? blanks[right - 1]! : from, end: start, text: '' });
    if (count < right) edits.push({ start, end: start, text: breakBefore(text, start).repeat(right - count) });
  };
  visitLines(cable, (line, place) => {
    if (line.kind === 'blank') blanks.push(line.next);
    else meet(line, place);
  });
  const last = before as Line | null;
  if (last && blanks.length && /^\s*$/.test(text.slice(last.next)) && isBreak(text, last.next - 1))
    edits.push({ start: last.next, end: text.length, text: '' });
  return edits;
}

/** Another one than that of the line above could make one break of two. */
const breakBefore = (text: string, at: number): string =>
  text[at - 1] === '\r' ? '\r' : text[at - 2] === '\r' ? '\r\n' : '\n';
const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';

const FURNITURE: ReadonlySet<LineKind> = new Set([
  'page',
  'repeat-class',
  'release-stamp',
  'stray-caption',
  'artefact',
  'wrapper',
]);
const SET: ReadonlySet<LineKind> = new Set(['table', 'rule']);

/** How many blank lines belong between two lines, of which there are so many. */
function wanted(cable: Cable, a: Line, above: Place, b: Line, below: Place, count: number): number {
  if (above.zone === 'kept' || below.zone === 'kept') return count;
  if (isSectionLine(cable, b)) return 1;
  if (isSectionLine(cable, a)) return 2;
  // The pages of the 1970s have a head and a foot of their own.
  if (FURNITURE.has(a.kind) || FURNITURE.has(b.kind) || above.message !== below.message) return Math.min(count, 2);
  const most = Math.min(count, 1);
  if (above.zone !== below.zone) {
    if (above.zone === 'header' && below.zone === 'body') return 1;
    return above.zone === 'body' && below.owner?.kind === 'signature' ? 1 : most;
  }
  if (above.zone === 'transmission') return count;
  const same = above.owner === below.owner;
  if (above.zone === 'header') return same ? count : most;
  if (above.zone === 'ending') return most;
  const view = viewOf(cable, above.message);
  if (isKept(view, a, above) || isKept(view, b, below)) return count;
  if (!same) return 1;
  return above.owner?.kind === 'heading' || (SET.has(a.kind) && SET.has(b.kind)) ? count : most;
}

/** Inside a text that is quoted. */
const isKept = (view: MessageView, line: Line, { owner }: Place): boolean =>
  isQuoted(view, line) || (owner?.kind === 'paragraph' && !view.once(ownParagraphs).has(owner));
const ownParagraphs = (view: MessageView): ReadonlySet<Node> =>
  new Set(view.paragraphs.map(({ paragraph }) => paragraph));

/** A page line of the 2000s: the blank lines around it are its own. */
const isSectionLine = ({ clean }: Cable, { kind, start, end }: Line): boolean =>
  kind === 'page' && /^(?!\s*PAGE).*\d{3}(?:\.\d)? {1,3}OF {1,3}\d{3}$/i.test(clean.slice(start, end));
