/** A paragraph by its number (FORMAT 4.1). */
import type { Paragraph } from '../syntax/tree';
import type { MessageView } from './view';

/** `12`, `2a`, in small letters; empty where it has none. */
export const numberOf = ({ cable }: MessageView, { number }: Paragraph): string =>
  number ? cable.clean.slice(number.start, number.end).toLowerCase() : '';

/**
 * The paragraph that a number means, the first where several have it; those of quoted texts do not count. Where nothing is numbered
 * `2a`, `a` is a part of paragraph 2. Null where there is none.
 */
export function paragraphOf(view: MessageView, number: number, letter = ''): Paragraph | null {
  const wanted = `${number}${letter.toLowerCase()}`;
  const found = view.paragraphs.find(({ paragraph }) => numberOf(view, paragraph) === wanted);
  return found?.paragraph ?? (letter ? paragraphOf(view, number) : null);
}
