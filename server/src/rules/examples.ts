import type { Span } from '../syntax/tree';
import type { Example, Shelf } from './rule';

export interface ReadExample {
  readonly text: string;
  /** Places that `«»` mark. */
  readonly marks: readonly Span[];
}

/** The text of an example and the places that it marks. Throws where an edit finds nothing to replace. */
export function readExample([text, ...edits]: Example): ReadExample {
  let marked = text;
  for (let i = 0; i < edits.length; i += 2) {
    const [from, to] = [edits[i]!, edits[i + 1]];
    if (to === undefined || !marked.includes(from)) throw new Error(`nothing to replace: ${JSON.stringify(from)}`);
    marked = marked.replace(from, () => to);
  }
  const marks: Span[] = [];
  let plain = '';
  let start = -1;
  for (const char of marked) {
    if (char === '«') start = plain.length;
    else if (char === '»') {
      if (start < 0) throw new Error('» without «');
      marks.push({ start, end: plain.length });
      start = -1;
    } else plain += char;
  }
  if (start >= 0) throw new Error('« without »');
  return { text: plain, marks };
}

const IN_LIBRARY = ['05ROME405', '05STATE12345', '06ROME98', '06STATE3312'];

/** The library in which the examples are read, by rules that ask for one. */
export const SHELF: Shelf = {
  has: (id) => IN_LIBRARY.includes(id),
  holds: (post, year) => IN_LIBRARY.some((id) => id.startsWith(`${String(year % 100).padStart(2, '0')}${post}`)),
};
