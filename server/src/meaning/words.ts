/** The words of a cable's text: what stands under the pointer, and in which other spellings it may be known. */
import { type Token, token } from '../model/fields';

const LETTER = 'A-Za-z0-9\\u00C0-\\u024F';
/** `G/TIP`, `CSTC-A`, `R&D`, `U.S.`, `MOI's`, `P-5`: letters and digits with single joints between them. */
const WORD = new RegExp(`[${LETTER}]+(?:[/&.'’-][${LETTER}]+)*`, 'g');
/** `U N I T A`: single capitals with single blanks. */
const SPACED = /(?<![A-Za-z0-9])[A-Z](?: [A-Z]){2,}(?![A-Za-z0-9])/g;
/** No word that means something is longer. */
const REACH = 60;

/** The word at an offset, or null. Costs the same whatever the length of the text. */
export function wordAt(text: string, offset: number): Token | null {
  const from = Math.max(0, offset - REACH);
  const near = text.slice(from, offset + REACH);
  for (const pattern of [SPACED, WORD])
    for (const match of near.matchAll(pattern)) {
      const start = from + match.index;
      if (start <= offset && offset <= start + match[0].length) return token(match[0], start);
    }
  return null;
}

/** All words between two offsets. */
export const wordsIn = (text: string, start = 0, end = text.length): Token[] =>
  Array.from(text.slice(start, end).matchAll(WORD), (match) => token(match[0], start + match.index));

/** The same pattern, as the copies that `matchAll` makes begin where the last search ended. */
const NEXT = new RegExp(WORD);
/** All words between two offsets that have a capital in them: most words of most texts have none, and cost little here. */
export function capitalisedWords(text: string, start: number, end: number): Token[] {
  const found: Token[] = [];
  // Not beyond the end: there may be nothing but rules for a long way.
  const part = text.slice(start, end);
  NEXT.lastIndex = 0;
  for (let match = NEXT.exec(part); match; match = NEXT.exec(part)) {
    const word = match[0];
    const code = word.charCodeAt(0);
    if ((code >= 65 && code <= 90) || /[A-Z]/.test(word)) found.push(token(word, start + match.index));
  }
  return found;
}

/** A word without what grammar added to it: `MOI's`, `AMCITS'`, `U.S`, `U N I T A`. */
export const bare = (word: string): string => {
  const plain = word.replace(/['’][sS]$/, '').replace(/['’]$/, '');
  if (/^[A-Z](?: [A-Z])+$/.test(plain)) return plain.replaceAll(' ', '');
  return /^(?:[A-Za-z]\.)+[A-Za-z]$/.test(plain) ? plain.replaceAll('.', '') : plain;
};

/** The spellings in which a word may be known, likeliest first: as it stands, then without a plural s. */
export function spellings(word: string): string[] {
  const plain = bare(word);
  const found = plain === word ? [word] : [word, plain];
  // `NGOs`, `AMCITS`, not the S of `MOSS`; that of `INS` is safe, as the table is asked for the whole first.
  if (/[A-Za-z]{2}[sS]$/.test(plain) && !/SS$/.test(plain)) found.push(plain.slice(0, -1));
  return found;
}

/** The parts of a compound, whose joint says nothing of itself: `MOI/MOJ`, `NGO-run`, `anti-TIP`. */
export function partsOf(word: Token): Token[] {
  const parts = Array.from(word.text.matchAll(/[^/&-]+/g), (match) => token(match[0], word.start + match.index));
  return parts.length > 1 ? parts : [];
}

export const isCapitals = (word: string): boolean => /[A-Z]/.test(word) && word === word.toUpperCase();
/** `AmCit`, `GoC`, `NGOs`: more than one capital, but not capitals alone. */
export const isMixed = (word: string): boolean => /[A-Z].*[A-Z]/.test(word) && !isCapitals(word);
