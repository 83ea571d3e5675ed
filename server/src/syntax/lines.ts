import type { Line, LineKind } from './tree';

/** A leaf while the parser still decides what it is. */
export type DraftLine = { -readonly [K in keyof Line]: Line[K] };

const LF = 10;
const CR = 13;

export const isBlankCode = (code: number): boolean =>
  code === 32 || code === 9 || code === 12 || code === 11 || code === 0xfeff || code === 0xa0;

/**
 * Splits a text into lines: LF, CR LF and lone CR each end a line (as in the Language Server Protocol; U+2028 does not).
 * `end` leaves out trailing blanks, which are never significant (FORMAT 0.1).
 */
export function splitLines(text: string): DraftLine[] {
  const lines: DraftLine[] = [];
  const length = text.length;
  // Searching for each break on its own keeps the scan in the engine's fast path; a break that does not occur is
  // looked for once.
  let lf = text.indexOf('\n');
  let cr = text.indexOf('\r');
  let start = 0;
  while (start < length) {
    if (lf !== -1 && lf < start) lf = text.indexOf('\n', start);
    if (cr !== -1 && cr < start) cr = text.indexOf('\r', start);
    let end = length;
    let next = length;
    if (cr !== -1 && (lf === -1 || cr < lf)) {
      end = cr;
      next = cr + 1 < length && text.charCodeAt(cr + 1) === LF ? cr + 2 : cr + 1;
    } else if (lf !== -1) {
      end = lf;
      next = lf + 1;
    }
    lines.push(line(text, start, end, next));
    start = next;
  }
  return lines;
}

/** One leaf between two offsets, trailing blanks left to the gap before `next`. */
export function line(text: string, start: number, limit: number, next: number, kind: LineKind = 'text'): DraftLine {
  let end = limit;
  while (end > start) {
    const code = text.charCodeAt(end - 1);
    if (!isBlankCode(code) && code !== LF && code !== CR) break;
    end--;
  }
  return { kind: end === start ? 'blank' : kind, start, end, next };
}

/** Offset of the first character of a line that is not a blank (its end, if there is none). */
export function firstInk(text: string, { start, end }: { start: number; end: number }): number {
  let at = start;
  while (at < end && isBlankCode(text.charCodeAt(at))) at++;
  return at;
}
