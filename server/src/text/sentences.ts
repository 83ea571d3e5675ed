/** Where the sentences of a text end. */
import { matches } from './matches';

/** What ends a sentence, if another begins behind it; or a blank line. */
const STOP = /[.?!]["'”’)\]]{0,2}(?=\s+["'“‘(¶]{0,2}[A-Z0-9])|(?:\r\n|\r(?!\n)|\n)(?=[^\S\r\n]*(?:\r\n|\r|\n))/g;
/** Titles and months that are cut short, with a capital. */
const SHORT = new Set(
  'mr mrs ms dr drs st gen col amb gov sen rep lt maj sgt capt prof hon jr sr jan feb mar apr aug sep sept oct nov dec'.split(
    ' ',
  ),
);
/** `J.`, `U.S.`, `e.g.`, `vs.`; the word before the stop. */
const LETTERS = /^(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|vs|cf)$/;
const LONGEST = 8;

/** From where to where the sentence around an offset goes, white space at its ends included. */
export function sentenceAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (const { index, 0: stop } of matches(text, STOP)) {
    const end = index + stop.length;
    if (isAbbreviation(text, index)) continue;
    if (offset <= end) return { start, end };
    start = end;
  }
  return { start, end: text.length };
}

/** Whether the full stop at an offset is that of a word: `Mr.`, `U.S.`, `No. 5`. */
function isAbbreviation(text: string, stop: number): boolean {
  if (text[stop] !== '.') return false;
  const [word = ''] = /(?<![A-Za-z.])[A-Za-z.]*$/.exec(text.slice(Math.max(0, stop - LONGEST), stop)) ?? [];
  if (/^Nos?$/i.test(word)) return /^\.\s+\d/.test(text.slice(stop, stop + LONGEST));
  return LETTERS.test(word) || (/^[A-Z]/.test(word) && SHORT.has(word.toLowerCase()));
}
