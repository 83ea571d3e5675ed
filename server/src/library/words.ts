/** The words by which a cable is found. */
import type { Summary } from './summary';

/** The words of a text, in capitals, without the marks around them; those within a word belong to it: `U.S.-CAMBODIA`. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const part of text.toUpperCase().split(BETWEEN)) {
    let start = 0;
    let end = part.length;
    while (start < end && !isInk(part, start)) start++;
    while (end > start && !isInk(part, end - 1)) end--;
    if (start < end) words.push(part.slice(start, end));
  }
  return words;
}

const BETWEEN = /[\s,;:/]/;

/** A letter or a digit. Outside ASCII all but a few marks are taken for letters. */
function isInk(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? isLetterOrDigit(code) : !MARKS.test(text[at]!);
}
const MARKS = /[\p{P}\p{S}\p{Z}]/u;

/** A capital, a digit, or a byte of a character outside ASCII. */
export const isLetterOrDigit = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code >= 0x80;

/** Words of subject and originator, and the serial number; TAGS and post are others. */
export function wordsOf({ subject, serial, from }: Summary): string[] {
  const words = subject === null ? [] : splitWords(subject);
  if (serial !== null) words.push(String(serial));
  // An originator is one: few differ, and their words need not be told apart.
  if (from !== null) words.push(from.toUpperCase());
  return words;
}
