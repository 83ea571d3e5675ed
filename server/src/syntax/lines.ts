import type { Line, LineKind } from './tree';

/** A leaf while the parser still decides what it is. */
export type DraftLine = { -readonly [K in keyof Line]: Line[K] };

const LF = 10;
const CR = 13;

export const isBlankCode = (code: number): boolean =>
  code === 32 || code === 9 || code === 12 || code === 11 || code === 0xfeff || code === 0xa0;

/**
 * Splits a text, or a part of it that begins and ends with a line, into lines: LF, CR LF and lone CR each end a line (as in the Language
 * Server Protocol; U+2028 does not). `end` leaves out trailing blanks, which are never significant (FORMAT 0.1).
 */
export function splitLines(text: string, from = 0, to = text.length): DraftLine[] {
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  return part.includes('\r') ? splitMixed(text, from, to) : splitAtLineFeeds(text, from, to);
}

function splitAtLineFeeds(text: string, from: number, to: number): DraftLine[] {
  const lines: DraftLine[] = [];
  let start = from;
  while (start < to) {
    const at = text.indexOf('\n', start);
    const next = at === -1 ? to : at + 1;
    lines.push(line(text, start, next, next));
    start = next;
  }
  return lines;
}

const BREAK = /\r\n?|\n/g;

function splitMixed(text: string, from: number, to: number): DraftLine[] {
  const lines: DraftLine[] = [];
  let start = from;
  while (start < to) {
    BREAK.lastIndex = start;
    const next = BREAK.test(text) ? BREAK.lastIndex : to;
    lines.push(line(text, start, next, next));
    start = next;
  }
  return lines;
}

/** Whether a line of the file begins at an offset. */
export function beginsLine(text: string, offset: number): boolean {
  if (offset === 0) return true;
  const before = text.charCodeAt(offset - 1);
  return before === LF || before === CR;
}

/** One leaf between two offsets, trailing blanks left to the gap before `next`. */
export function line(text: string, start: number, limit: number, next: number, kind: LineKind = 'text'): DraftLine {
  let end = limit;
  while (end > start) {
    const code = text.charCodeAt(end - 1);
    // Asked of every line: of a letter or a digit without a call.
    if ((code > 32 && code < 0xa0) || !(code === LF || code === CR || isBlankCode(code))) break;
    end--;
  }
  return { kind: end === start ? 'blank' : kind, start, end, next };
}

/** Offset of the first character of a line that is not a blank (its end, if there is none). */
export function firstInk(text: string, { start, end }: { start: number; end: number }): number {
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code > 32 && code < 0xa0) || !isBlankCode(code)) break;
  }
  return at;
}

/** Index of the first line that begins at or after an offset. */
export function lineFrom(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
