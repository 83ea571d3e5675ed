/** What a cable says of its own acronyms: `International Justice Mission (IJM)`, `MOI (Ministry of Interior)`. */
import { fold, memo } from '../model/fields';
import type { Cable, Span } from '../syntax/tree';
import { prose } from './prose';
import { isCapitals } from './words';

export interface Definition {
  readonly acronym: string;
  readonly expansion: string;
  /** The acronym where it is defined. */
  readonly at: Span;
}

/** `(IJM)`, `("the IJM")`, `(hereafter IJM)`. */
const BRACKETED =
  /\(\s{0,3}(?:(?:hereafter|hereinafter|the)\s{1,3}){0,2}["“'‘]?([A-Z][A-Za-z0-9&/-]{1,14})["”'’]?\s{0,3}\)/g;
/** `MOI (Ministry of Interior)`. */
const EXPLAINED =
  /(?<![A-Za-z0-9&/-])([A-Z][A-Za-z&/-]{1,9})\s{1,3}\(\s{0,3}(?:the\s{1,3})?["“'‘]?([A-Z][^()]{4,100}?)["”'’]?\s{0,3}\)/g;
/** Brackets that name no acronym: portion marks, members of Congress (`R-TX`), letters of references. */
const OTHER = /^(?:U|C|S|TS|SBU|LOU|NF|SBU\/NF|[CS]\/(?:NF|REL)|[DRI]-[A-Z]{2}|[A-Z])$/;
/** Words that an acronym may pass over. */
const SMALL = new Set(
  'a an and al as at da das de del der des di do dos du e el et for für in la las le les lil los of on or the to und upon with y &'.split(
    ' ',
  ),
);
/** How far before the bracket a name may begin: beyond the longest names, and a bound on the work. */
const REACH = 240;

/** The acronyms that a cable defines, by their capitals; of several definitions the first counts. */
export const definitions = memo((cable: Cable): ReadonlyMap<string, Definition> => {
  const text = prose(cable);
  const found = new Map<string, Definition>();
  const add = (acronym: string, start: number, expansion: string | null) => {
    const singular = acronym.replace(/(?<=[A-Z])s$/, '');
    const key = singular.toUpperCase();
    const known = found.get(key);
    if (!expansion || (known && known.at.start <= start)) return;
    found.set(key, { acronym: singular, expansion, at: { start, end: start + acronym.length } });
  };
  for (const match of text.matchAll(BRACKETED)) {
    const acronym = match[1]!;
    if (OTHER.test(acronym) || capitals(acronym) < 2) continue;
    const before = text.slice(Math.max(0, match.index - REACH), match.index);
    add(acronym, match.index + match[0].indexOf(acronym), nameBefore(before, acronym));
  }
  for (const match of text.matchAll(EXPLAINED)) {
    const acronym = match[1]!;
    if (OTHER.test(acronym) || capitals(acronym) < 2) continue;
    const words = wordsOf(fold(match[2]!));
    if (align(words, letters(acronym)) === 0) add(acronym, match.index, fold(match[2]!));
  }
  return found;
});

const capitals = (word: string): number => word.replace(/[^A-Z]/g, '').length;
const letters = (acronym: string): string =>
  acronym
    .replace(/(?<=[A-Z])s$/, '')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();

interface Word {
  readonly text: string;
  /** Offset in the text the word was cut from. */
  readonly start: number;
}

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(/[^\s\-/]+/g), (match) => ({ text: match[0], start: match.index }));

/** The name that ends where the bracket opens and whose initials are those of the acronym; null when there is none. */
function nameBefore(before: string, acronym: string): string | null {
  const folded = fold(clause(before));
  const words = wordsOf(folded);
  const wanted = letters(acronym);
  const start = align(words, wanted);
  if (start >= 0 && isName(words.slice(start), wanted)) return folded.slice(words[start]!.start);
  const name = capitalised(words);
  return name.length && !isCapitals(folded) && wanted.length > 2 && spells(name, wanted)
    ? folded.slice(name[0]!.start)
    : null;
}

/** A name does not reach back over the end of a clause or a blank line. */
const clause = (text: string): string =>
  text.slice(lastEnd(text, /[;:()"“”]|\n[ \t\r]*\n|\r[ \t]*\r|(?<=[a-z]{3}|[A-Z]{4})[.,!?](?=\s)/g));

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/**
 * The first word of the name whose words, read from the right, give the letters, small words passed over; -1 when they do not. A word
 * gives its first letter, or as many of its first letters as are wanted (`VOLuntary AGency`).
 */
function align(words: readonly Word[], wanted: string): number {
  const failed = new Set<number>();
  const reach = (letter: number, word: number): number => {
    if (letter < 0) return word + 1;
    if (word < 0 || words.length - word > 2 * wanted.length + 4) return -1;
    const key = letter * words.length + word;
    if (failed.has(key)) return -1;
    const text = words[word]!.text.replace(/^[^\p{L}\p{N}]+/u, '').toUpperCase();
    for (let count = 1; count <= Math.min(4, letter + 1); count++) {
      if (!text.startsWith(wanted.slice(letter - count + 1, letter + 1))) continue;
      const start = reach(letter - count, word - 1);
      if (start >= 0) return start;
    }
    const start = SMALL.has(text.toLowerCase()) ? reach(letter, word - 1) : -1;
    if (start < 0) failed.add(key);
    return start;
  };
  return words.length ? reach(wanted.length - 1, words.length - 1) : -1;
}

/** Two letters are soon met by chance: then the words have to look like a name. */
const isName = (words: readonly Word[], wanted: string): boolean =>
  words.length > 1 &&
  (wanted.length > 2 || words.every(({ text }) => SMALL.has(text.toLowerCase()) || /^[A-Z0-9"“]/.test(text)));

/** The capitalised words at the end, with the small ones between them. */
function capitalised(words: readonly Word[]): readonly Word[] {
  let first = words.length;
  for (let i = words.length - 1; i >= 0; i--) {
    if (/^["“]?[A-Z\u00C0-\u00DE]/.test(words[i]!.text)) first = i;
    else if (!SMALL.has(words[i]!.text.toLowerCase())) break;
  }
  return words.slice(/^(?:the|an?)$/i.test(words[first]?.text ?? '') ? first + 1 : first);
}

/** Whether the letters stand in the name in this order, the first at its very beginning (`Bundesnachrichtendienst (BND)`). */
function spells(name: readonly Word[], wanted: string): boolean {
  const text = name.map((each) => each.text.toUpperCase()).join(' ');
  if (text[0] !== wanted[0]) return false;
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
