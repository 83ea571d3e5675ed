import { lineStart, nextLine } from '../text/edits';
import { Cursor } from './cursor';
import { decode, isPlain } from './decode';
import { EarlierBody, resumption } from './earlier';
import { detectLayout } from './layout';
import { beginsLine, type DraftLine, lineFrom, splitLines } from './lines';
import { splitJoinedLines } from './one-line';
import { parse, readCable, readingOf } from './parse';
import { replacePlaces } from './places';
import type { Cable, Line, Message } from './tree';

/** A part of a text that another has taken the place of. */
export interface TextChange {
  readonly start: number;
  /** Where it ended in the text as it was. */
  readonly end: number;
  /** Length of what stands there now. */
  readonly length: number;
}

/** How far the reader of a header looks ahead: in lines from where the text header begins, and in lines that are not blank. */
const HEADER_REACH = 140;
const HEADER_INK = 8;
/** The layout is decided by so many lines that are not blank, and by no line further down than this. */
const LAYOUT_INK = 40;
const LAYOUT_REACH = 400;

/** Cables whose text holds nothing that is read otherwise because of what stands elsewhere in it. */
const plain = new WeakSet<Cable>();

/**
 * The same as `parse(text)`, of most texts in a fraction of the time: what stands before the change and behind it is not read again.
 * @param old the cable before the change; the parts that stay as they are belong to both
 */
export function reparse(old: Cable, text: string, change: TextChange): Cable {
  const cable = tryReparse(old, text, change);
  if (!cable) return parse(text);
  plain.add(cable);
  return cable;
}

/** The same, or null where more may depend on the change than can be seen from here. */
export function tryReparse(old: Cable, text: string, { start, end, length }: TextChange): Cable | null {
  const reading = readingOf(old);
  const [message] = old.messages;
  if (!reading?.body || reading.isEntangled || !message || !(plain.has(old) || isPlain(old.text))) return null;
  const { lines: before, body } = reading;
  const offsets = text.length - old.text.length;
  if (length - (end - start) !== offsets) return null;
  // Of whole lines, and of the one before them: a line break may be put together or taken apart where a line begins.
  const from = previousLine(old.clean, start);
  const to = nextLine(old.clean, end);
  const changed = text.slice(from, to + offsets);
  if (!isPlain(changed)) return null;
  const decoded = decode(changed);
  const isAsWritten = old.clean === old.text && decoded === changed;
  const clean = isAsWritten ? text : old.clean.slice(0, from) + decoded + old.clean.slice(to);

  const head = endOfHead(old.clean, before, message);
  const first = lineFrom(before, from);
  const resumesAt = first > head ? resumption(body, old.clean, before, first) : null;
  // What is read again, at least: then as far as it takes until the rest is as it was.
  const firstRead = resumesAt ? resumesAt.line : 0;
  const lastRead = wholeLine(old.clean, before, Math.max(lineFrom(before, to), resumesAt ? 0 : head));
  const tail = wholeLine(old.clean, before, Math.max(lastRead, body.to));
  const offsetOf = (index: number) => before[index]?.start ?? old.text.length;

  const lines: DraftLine[] = before.slice(0, firstRead);
  const add = (since: number, until: number): void => {
    for (const each of splitJoinedLines(clean, splitLines(clean, since, until))) lines.push(each);
  };
  add(offsetOf(firstRead), offsetOf(lastRead) + offsets);
  for (let i = lastRead; i < tail; i++) lines.push(moved(before[i]!, offsets));
  add(offsetOf(tail) + offsets, clean.length);

  if (first <= endOfLayout(old.clean, before)) {
    const { layout, wrapper } = detectLayout(clean, lines);
    if (layout !== old.layout || wrapper !== reading.wrapper) return null;
  }
  const behind = to === old.text.length ? Number.POSITIVE_INFINITY : to;
  const places = replacePlaces(old.places, clean, { start: from, end: behind, offsets });
  const cursor = new Cursor(clean, lines, old.layout, places);
  const earlier = new EarlierBody(body, old.clean, before, lines, offsetOf(lastRead), offsets, resumesAt);
  const cable = readCable(text, cursor, reading.wrapper, { cable: old, body: earlier });

  const now = readingOf(cable)!;
  if (now.isEntangled || !now.body) return null;
  // A header that goes on beyond the lines that were made for it, or an ending that begins before its own.
  const bodyEnd = lines[now.body.to]?.start ?? text.length;
  if (!resumesAt && now.body.body.start > offsetOf(lastRead) + offsets) return null;
  return tail > lastRead && bodyEnd < offsetOf(tail) + offsets ? null : cable;
}

/** Index of the last line that the readers of the header, and of what stands before it, may have looked at. */
function endOfHead(clean: string, lines: readonly Line[], { start, header, body }: Message): number {
  let at = lineFrom(lines, body.start);
  for (let ink = 0; at < lines.length && ink < HEADER_INK; at++) if (lines[at]!.kind !== 'blank') ink++;
  return wholeLine(clean, lines, Math.max(at, lineFrom(lines, header?.start ?? start) + HEADER_REACH));
}

/** Index of the last line by which the layout was decided. */
function endOfLayout(clean: string, lines: readonly Line[]): number {
  let ink = 0;
  for (let i = 0; i < lines.length && i < LAYOUT_REACH; i++)
    if (lines[i]!.kind !== 'blank' && beginsLine(clean, lines[i]!.start) && ++ink > LAYOUT_INK) return i;
  return Number.POSITIVE_INFINITY;
}

/** Where the line before the one around an offset begins. */
function previousLine(text: string, offset: number): number {
  const at = lineStart(text, offset);
  return at === 0 ? 0 : lineStart(text, Math.max(0, at - (text.startsWith('\r\n', at - 2) ? 2 : 1)));
}

/** Index of the first line from one on that begins a line of the file, or the number of lines. */
function wholeLine(clean: string, lines: readonly Line[], index: number): number {
  let at = Math.min(index, lines.length);
  while (at < lines.length && !beginsLine(clean, lines[at]!.start)) at++;
  return at;
}

const moved = ({ kind, start, end, next }: Line, by: number): DraftLine => ({
  kind,
  start: start + by,
  end: end + by,
  next: next + by,
});
