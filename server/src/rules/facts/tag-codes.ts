/** The codes of a TAGS line and how to take one out (FORMAT 3.6). */
import type { Token } from '../../model/fields';
import type { Tag } from '../../model/tags';
import type { MessageView } from '../../model/view';
import { FILLER } from '../../syntax/decode';
import type { Field, Span } from '../../syntax/tree';
import type { Edit } from '../../text/edits';

/** A code as it is written, without a full stop that ends the line. */
export function written({ text, start }: Tag): Token {
  const code = text.replace(/[.:]$/, '');
  return { text: code, start, end: start + code.length };
}

/** What the line has between its codes. */
export const separator = (view: MessageView, field: Field): string =>
  view.value(field).text.includes(',') ? ', ' : ' ';

const isGap = (char: string | undefined): boolean => char !== undefined && ' \t,;'.includes(char);
const isBreak = (char: string | undefined): boolean => char === undefined || char === '\n' || char === '\r';

/** Takes a code off the line, with the separator before it; at the beginning of a line, with that after it. */
export function deleteCode({ cable: { clean } }: MessageView, field: Field, { start, end }: Span): Edit {
  let from = start;
  while (from > field.value && (isGap(clean[from - 1]) || clean[from - 1] === FILLER)) from--;
  // What fills up a character is not cut off it.
  while (clean[from] === FILLER) from++;
  if (from > field.value && !isBreak(clean[from - 1])) return { start: from, end, text: '' };
  let to = end;
  while (isGap(clean[to]) || clean[to] === FILLER) to++;
  if (!isBreak(clean[to])) return { start, end: to, text: '' };
  // Alone on its line: the line goes, with the separator before it.
  while (from > field.value && /[\s,;]/.test(clean[from - 1]!)) from--;
  return from > field.value ? { start: from, end, text: '' } : { start, end, text: '' };
}
