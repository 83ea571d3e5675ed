/** Blanks at the ends of lines (FORMAT 0.1: never significant). */
import type { Edit } from '../text/edits';

/** Takes them away; what is left of a blank line is its break. */
export function removeTrailingBlanks(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? LF : text.charCodeAt(at);
    if (code !== LF && code !== CR) continue;
    let start = at;
    while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
    // A lone CR and a lone LF with blanks between them are two breaks.
    if (code === LF && start > 0 && text.charCodeAt(start - 1) === CR) continue;
    if (start < at) edits.push({ start, end: at, text: '' });
  }
  return edits;
}

const LF = 10;
const CR = 13;
const isBlank = (code: number): boolean => code === 32 || code === 9;
