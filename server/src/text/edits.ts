/** Changing a text: edits are offsets into it, in UTF-16 code units. */

/** A part of a text and what it becomes. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether two edits touch one place, so that only one of them can be made. */
export const overlap = (a: Edit, b: Edit): boolean =>
  (a.start < b.end && b.start < a.end) ||
  a.start === b.start ||
  (a.start === a.end && b.start <= a.start && a.start <= b.end) ||
  (b.start === b.end && a.start <= b.start && b.start <= a.end);

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}

/**
 * The line break that is used around an offset: that of the line above where a line begins there, else the one that ends the line; LF where
 * a text has none. Texts that were put together have several kinds, and of a CR and an LF behind it one break would become.
 */
export function lineBreak(text: string, offset = 0): string {
  const before = text[offset - 1];
  if (before === '\n') return text[offset - 2] === '\r' ? '\r\n' : '\n';
  if (before === '\r') return '\r';
  const end = lineEnd(text, offset);
  if (end < text.length) return text.startsWith('\r\n', end) ? '\r\n' : text[end]!;
  const start = lineStart(text, offset);
  return start > 0 ? lineBreak(text, start) : '\n';
}

/** Offset of the beginning of the line around an offset. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** Offset of the end of the line around an offset, before its break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** Offset of the next line: after the break of the line around an offset; the length of the text in its last line. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
}
