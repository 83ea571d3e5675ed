/** What a text cites in words: references by their letters, reftels, paragraphs. Read once, for rules, renumbering and mentions (FORMAT 3.8, 4.1). */
import type { Span } from '../syntax/tree';
import { type Token, token } from './fields';
import { type Passage, visitPassages } from './passages';
import type { MessageView } from './view';

/** The letter of a reference, in upper case. */
export interface Letter extends Token {
  /** Not perhaps a word (`a`, `I`), or the beginning of one (`U.S.`, `S/P`, `E-mail`). */
  readonly certain: boolean;
  /** May be one, if the REF block has that letter: `(a)`, `A/B`, `A's`. */
  readonly possible: boolean;
  /** Ends a range that the letter before it begins: `refs A-D`. */
  readonly ends: boolean;
}

/** The digits of a cited paragraph. */
export interface ParagraphNumber extends Span {
  readonly value: number;
  /** `a` of `para 2a`, else empty. */
  readonly letter: string;
  /** First and last of `paras 3-5` also stand for what lies between. */
  readonly range: 'from' | 'to' | null;
}

/** From the word that cites to its last letter or number. */
export interface Citation extends Span {
  readonly kind: 'reference' | 'reftel' | 'paragraph';
  /** `Refs`, `para`. */
  readonly word: Token;
  /** The word is in the plural. */
  readonly several: boolean;
  /** Of references and reftels; empty where none is named. */
  readonly letters: readonly Letter[];
  /** Of paragraphs; at least one. */
  readonly numbers: readonly ParagraphNumber[];
  readonly passage: Passage;
}

/** All of a message, in the order of the text: of header lines and body. */
export const citations = (view: MessageView): readonly Citation[] => view.once(readCitations);

function readCitations(view: MessageView): Citation[] {
  const found: Citation[] = [];
  visitPassages(view, view.cable.places.citingWords, (passage, at) => {
    const word = readAt(WORD, passage.text, at - passage.base);
    const citation = word && readCitation(passage, token(word[0], at));
    if (citation) found.push(citation);
  });
  return found;
}

/** A full stop may end the short words, which are abbreviations; behind the long ones it ends a sentence. */
const WORD = /(?:(?:ref|para)s?\b(?:\(s\)|\.)?|(?:reftel|reference|paragraph)s?\b)/iy;

const readAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

function readCitation(passage: Passage, word: Token): Citation | null {
  const name = word.text.toLowerCase();
  const kind = name.startsWith('para') ? 'paragraph' : name.startsWith('reftel') ? 'reftel' : 'reference';
  const several = /s\.?\)?$/.test(name);
  const letters = kind === 'paragraph' ? [] : readLetters(passage, word.end, several);
  const numbers = kind === 'paragraph' ? readNumbers(passage, word.end, several) : [];
  // `reference` without a letter, and `paragraph` without a number, are words like others.
  if (!letters.length && (name.startsWith('refer') || kind === 'paragraph') && !numbers.length) return null;
  const last = numbers.at(-1);
  const end = letters.at(-1)?.end ?? (last ? last.end + last.letter.length : word.end);
  return { kind, word, several, letters, numbers, passage, start: word.start, end };
}

/** Blanks, among them one line break, but no blank line. */
const GAP = '[^\\S\\n]{0,400}(?:\\n[^\\S\\n]{0,400})?';
const LETTER = new RegExp(`-?${GAP}([([]?)([A-Z])([)\\]]?)(?![A-Z0-9])`, 'iy');
/** What may be said of one reference in a list: `A (notal)`, `A, para 3`. */
const NOTE = new RegExp(
  `${GAP}(?:\\((?![A-Z]\\))[^()]{2,60}\\)|,?${GAP}para(?:graph)?s?\\b\\.?${GAP}\\d{1,3}(?:-\\d{1,3})?)`,
  'iy',
);
const SEPARATOR = new RegExp(
  `${GAP}(?:[,;]${GAP}(?:(?:and|or)\\b|&)?|(?:and|or|to|through|thru)\\b|[&/\\u2013-])`,
  'iy',
);
const RANGE_OF_LETTERS = /^\s*(?:[\u2013-]|to|thru|through)$/i;
/** Behind a letter: the rest of a word or an abbreviation. */
const WORD_GOES_ON = /['’/]|-[A-Z0-9]{2}|[-.]\d|\.[A-Z]\b/iy;
/** A list or a possessive goes on as well. */
const LETTER_GOES_ON = /\/[([]?[A-Z][)\]]?(?![A-Z0-9'’/-])|['’]s\b/iy;

function readLetters({ text, base, end }: Passage, from: number, several: boolean): Letter[] {
  const found: Letter[] = [];
  let separator = '';
  let at = from - base;
  for (;;) {
    const match = readAt(LETTER, text, at);
    if (!match || base + LETTER.lastIndex > end) return found;
    at = LETTER.lastIndex;
    const [whole, opens, written, closes] = match;
    const letter = written!.toUpperCase();
    const goesOn = readAt(WORD_GOES_ON, text, at) !== null;
    const certain = written === letter && letter !== 'I' && !/[;/]|\b(?:or|to)\b/i.test(separator) && !goesOn;
    // `ref a`, `ref I`: the letter of a reference only where no word may follow it; `refs I and J` are letters.
    const stands =
      (opens && closes) ||
      (written === letter && (letter !== 'I' || several)) ||
      /^(?:[^\w\s]|$)/.test(text.slice(at, at + 1));
    const start = base + match.index + whole.lastIndexOf(written!);
    found.push({
      text: letter,
      start,
      end: start + 1,
      certain,
      possible: certain || (!!stands && (!goesOn || readAt(LETTER_GOES_ON, text, at) !== null)),
      ends: found.length > 0 && RANGE_OF_LETTERS.test(separator),
    });
    if (readAt(NOTE, text, at)) at = NOTE.lastIndex;
    const next = readAt(SEPARATOR, text, at);
    if (!next) return found;
    separator = next[0];
    at = SEPARATOR.lastIndex;
  }
}

/** White space, also over a line break and a page line that was blanked out. */
const WIDE_GAP = '\\s{0,400}';
/** The number of a paragraph, what follows the word in the singular or the plural: `4`, `4a`, `4(a)`. */
interface Numbers {
  readonly first: RegExp;
  /** Up to another one; or another one. */
  readonly range: RegExp;
  readonly list: RegExp;
}
const numbers = (unless: string): Numbers => {
  const number = `(\\d{1,3})([a-z]?)(?:\\([a-z]\\)|\\))?(?!\\w|${unless})`;
  return {
    first: new RegExp(`(?:['’]s)?${WIDE_GAP}(?:(?:nos?\\.|numbers?)\\s{1,20})?#?\\(?${number}`, 'iy'),
    range: new RegExp(`${WIDE_GAP}(?:[-–]|\\b(?:to|through|thru)\\b)${WIDE_GAP}\\(?${number}`, 'iy'),
    list: new RegExp(
      `${WIDE_GAP}(?:,(?:\\s{1,400}(?:and|or|&))?|\\/|&|\\b(?:and|or)\\b)${WIDE_GAP}\\(?${number}`,
      'iy',
    ),
  };
};
const ONE = numbers('[.,]\\d');
/** `paras 4,5,7` is a list; `para 4,5` may be anything. */
const SEVERAL = numbers('\\.\\d|,\\d{3}');
/** What may follow the last number of a list. `in para 3, 12 bells rang`: the word says that 12 is none. */
const CLOSES =
  /^\s{0,400}(?:$|[^\sa-z0-9]|(?:and|or|to|through|thru|above|below|of|in|ref|reftel|septel|respectively|refer)\b)/i;

function readNumbers({ text, base, end }: Passage, from: number, several: boolean): ParagraphNumber[] {
  const found: { -readonly [K in keyof ParagraphNumber]: ParagraphNumber[K] }[] = [];
  let at = from - base;
  const { first, range: upTo, list } = several ? SEVERAL : ONE;
  let match = readAt(first, text, at);
  let range = false;
  while (match && base + at + match[0].length <= end) {
    const [whole, digits, letter] = match;
    const start = base + at + whole.lastIndexOf(digits!, whole.length - letter!.length - 1);
    const value = Number(digits);
    const before = found.at(-1);
    if (range && before) {
      // `para 3-2` numbers the paragraphs of something else.
      if (value < before.value || (value === before.value && !letter)) return [];
      before.range = 'from';
    }
    found.push({ start, end: start + digits!.length, value, letter: letter!, range: range ? 'to' : null });
    at += whole.length;
    const through = readAt(upTo, text, at);
    range = through !== null;
    match = through ?? readAt(list, text, at);
    if (!match) break;
    const sure = through ? several || /^[-–]/.test(through[0]) : several && !/^\s*,\s*\(?\d/.test(match[0]);
    const after = at + match[0].length;
    if (!sure && !CLOSES.test(text.slice(after, Math.min(after + 420, end - base)))) break;
  }
  return found;
}
