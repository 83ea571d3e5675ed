/** Places of a text that several readers look for. */

export interface Places {
  /** Where words begin that may open or close a block: `END`, `SUMMARY`... (FORMAT 4.3). */
  readonly blockWords: readonly number[];
  /** Where words begin that may cite: `ref`, `reftel`, `para`... (FORMAT 5.2). */
  readonly citingWords: readonly number[];
  /** Where digits begin behind a blank, a line break, a letter, or `A-`: they may be the number of a message (FORMAT 5.1). */
  readonly numbers: readonly number[];
  /** Runs of three blanks or more, as beginning, end, beginning, end... */
  readonly gaps: readonly number[];
  /** Runs of characters that a teleprinter has no key for (FORMAT 4.6), likewise; not a pilcrow by itself, which many copies have. */
  readonly odd: readonly number[];
}

/** Of each character: the letter it is, in five bits; whether it is a blank, odd, of a word. */
const LETTER = 31;
const BLANK = 32;
const ODD = 64;
const WORD = 128;
const KINDS = new Uint8Array(1 << 16).fill(ODD);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  KINDS[code] =
    (/[A-Z]/i.test(char) ? code & LETTER : 0) |
    (char === ' ' ? BLANK : 0) |
    (/[ !"#$&'()\-./0-9:;?,A-Za-z\n\r]/.test(char) ? 0 : ODD) |
    (/\w/.test(char) ? WORD : 0);
}
/** A digit is of a word, and neither a letter nor anything else. */
const DIGIT = WORD;
const PILCROW = 0xb6;
/** What decoding leaves, which counts as white space. */
const FILLER = 0xfeff;
const HYPHEN = 0x2d;
const AIRGRAM = 0x41;

/** The last three letters as one number. */
const THREE_LETTERS = (1 << 15) - 1;
const keyOf = (word: string): number =>
  ((word.charCodeAt(0) & LETTER) << 10) | ((word.charCodeAt(1) & LETTER) << 5) | (word.charCodeAt(2) & LETTER);
/** Three blanks in a row, of which each was shifted by one more bit. */
const THREE_BLANKS = BLANK | (BLANK << 1) | (BLANK << 2);

/** What may follow the first three letters of a word that is looked for: letters, and for a blank or a break `_`. */
const BLOCK_WORDS: Readonly<Record<string, string>> = {
  END: '_ABCINOQSTU',
  BEG: 'I',
  UNQ: 'U',
  QUO: 'T',
  SUM: 'MA',
  COM: 'M',
  ACT: 'I',
  BIO: '_',
  NOT: 'E',
};
const CITING_WORDS: Readonly<Record<string, string>> = { REF: '_ABCDEFGHIJKLMNOPQRSTUVWXYZ', PAR: 'A' };
/** By three letters: those that may follow, as bits. */
const BEGINNINGS = new Int32Array(THREE_LETTERS + 1);
for (const [word, next] of Object.entries({ ...BLOCK_WORDS, ...CITING_WORDS }))
  for (const letter of next) BEGINNINGS[keyOf(word)]! |= 1 << (letter === '_' ? 0 : letter.charCodeAt(0) & LETTER);
const CITING = new Set(Object.keys(CITING_WORDS).map(keyOf));

/**
 * Finds them in one walk, which costs less than a pattern for each of them. A text has thousands of characters: what is asked of every one
 * of them takes no branch, as what is looked for is rare.
 * @param from offset at which a line begins; to: at which another does
 */
export function findPlaces(text: string, from = 0, to = text.length): Places {
  const blockWords: number[] = [];
  const citingWords: number[] = [];
  const numbers: number[] = [];
  const gaps: number[] = [];
  const odd: number[] = [];
  let last = 0;
  let blanks = 0;
  for (let at = from; at < to; at++) {
    const kind = KINDS[text.charCodeAt(at)]!;
    last = ((last << 5) | (kind & LETTER)) & THREE_LETTERS;
    blanks = (blanks << 1) | (kind & BLANK);
    const next = BEGINNINGS[last]!;
    if (next !== 0 && isBeginning(text, at, next)) (CITING.has(last) ? citingWords : blockWords).push(at - 2);
    if (kind === DIGIT && isNumber(text, at)) numbers.push(at);
    if ((kind & ODD) !== 0) addTo(odd, at, 1);
    if ((blanks & THREE_BLANKS) === THREE_BLANKS) addTo(gaps, at - 2, 3);
  }
  return { blockWords, citingWords, numbers, gaps, odd: odd.length ? withoutPilcrows(text, odd) : odd };
}

/** The places of a text that was changed in whole lines, none of which reaches over the end of a line: only the new ones are looked through. */
export function replacePlaces(old: Places, text: string, { start, end, offsets }: ChangedLines): Places {
  const found = findPlaces(text, start, Math.min(text.length, end + offsets));
  const replaced = (kind: keyof Places): number[] => {
    const places = old[kind].slice(0, firstFrom(old[kind], start));
    for (const at of found[kind]) places.push(at);
    for (let i = firstFrom(old[kind], end); i < old[kind].length; i++) places.push(old[kind][i]! + offsets);
    return places;
  };
  return {
    blockWords: replaced('blockWords'),
    citingWords: replaced('citingWords'),
    numbers: replaced('numbers'),
    gaps: replaced('gaps'),
    odd: replaced('odd'),
  };
}

/** Lines that others have taken the place of: where they began and ended (Infinity: with the text), and by how much what stands behind has moved. */
interface ChangedLines {
  readonly start: number;
  readonly end: number;
  readonly offsets: number;
}

/** Whether the third letter of such a word stands at an offset: no word goes on before it, and one of those letters follows. */
const isBeginning = (text: string, at: number, next: number): boolean =>
  (at < 3 || (KINDS[text.charCodeAt(at - 3)]! & WORD) === 0) &&
  (next & (1 << (at + 1 < text.length ? KINDS[text.charCodeAt(at + 1)]! & LETTER : 0))) !== 0;

/** Whether a digit is the first, and stands apart, or behind a letter or the sign of an airgram. */
function isNumber(text: string, at: number): boolean {
  const before = at === 0 ? 0 : text.charCodeAt(at - 1);
  if (before === HYPHEN) return at > 1 && text.charCodeAt(at - 2) === AIRGRAM;
  return before <= 32 || (KINDS[before]! & LETTER) !== 0 || before === FILLER;
}

/** Makes the last run longer, or begins another. */
function addTo(runs: number[], start: number, length: number): void {
  if (runs.length && runs[runs.length - 1]! >= start) runs[runs.length - 1] = start + length;
  else runs.push(start, start + length);
}

function withoutPilcrows(text: string, runs: readonly number[]): number[] {
  const rest: number[] = [];
  for (let i = 0; i < runs.length; i += 2)
    if (runs[i + 1]! - runs[i]! > 1 || text.charCodeAt(runs[i]!) !== PILCROW) rest.push(runs[i]!, runs[i + 1]!);
  return rest;
}

/** Index of the first of some ascending numbers that is not below a limit. */
export function firstFrom(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
