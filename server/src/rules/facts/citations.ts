/** What the text cites: references by their letters, reftels, paragraphs. Found in one pass for all rules that look for it (FORMAT 5.2). */

import { type Token, token } from '../../model/fields';
import { furniture, pageLines } from '../../model/pages';
import type { MessageView } from '../../model/view';
import { firstFrom } from '../../syntax/places';
import type { Span } from '../../syntax/tree';
import { matches } from '../../text/matches';
import { isReadable } from './shared';

/** The letter of a reference, in upper case. */
export interface Letter extends Token {
  /** Not perhaps a word (`a`, `I`), or the beginning of one (`U.S.`, `S/P`, `E-mail`). */
  readonly certain: boolean;
}

/** `para 3`, `paras 3 and 4`: the numbers, and what stands around them. */
export interface ParagraphCitation {
  readonly numbers: readonly Token[];
  readonly before: string;
  readonly after: string;
}

export interface Citations {
  readonly letters: readonly Letter[];
  /** Those of `letters`, and those between in `refs A-D`. */
  readonly used: ReadonlySet<string>;
  /** `refs` or `reftel` without a letter may mean any of them. */
  readonly general: boolean;
  readonly reftels: readonly Token[];
  readonly paragraphs: readonly ParagraphCitation[];
}

interface Found {
  readonly letters: Letter[];
  readonly used: Set<string>;
  general: boolean;
  readonly reftels: Token[];
  readonly paragraphs: ParagraphCitation[];
}

/** Found in subject, handling notes and body. */
export const citations = (view: MessageView): Citations => view.once(readCitations);
function readCitations(view: MessageView): Citations {
  const found: Found = { letters: [], used: new Set(), general: false, reftels: [], paragraphs: [] };
  for (const kind of ['subject', 'handling-note'] as const)
    for (const field of view.fields(kind)) {
      const { text, base } = view.value(field);
      for (const match of matches(text, WORD)) readWord(text, base, match, found);
    }
  readBody(view, found);
  return found;
}

/** The body with blanks for page lines and repeated headers, so that a sentence goes on behind them: offsets stay true. */
function bodyText(view: MessageView): string {
  const { clean } = view.cable;
  const { body } = view.message;
  const out: Span[] = furniture(view)
    .filter(({ start }) => start >= body.start && start < body.end)
    .map(({ start, next }) => ({ start, end: next }));
  if (body.repeatedHeaders.length) out.push(...body.repeatedHeaders);
  if (!out.length) return clean.slice(body.start, body.end);
  let text = '';
  let at = body.start;
  for (const { start, end } of out.sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    const kept = clean.slice(at, start).trimEnd();
    let next = end;
    while (next < body.end && /\s/.test(clean[next]!)) next++;
    text += kept + ' '.repeat(next - at - kept.length);
    at = next;
  }
  return text + clean.slice(at, body.end);
}

/** A full stop may end the short words, which are abbreviations; behind the long ones it ends a sentence. */
const WORD = /\b(?:(?:ref|para)s?\b(?:\(s\)|\.)?|(?:reftel|reference|paragraph)s?\b)/gi;
const WORD_AT = new RegExp(WORD.source, 'iy');
/** Blanks, among them one line break, but no blank line. */
const GAP = '[^\\S\\n]{0,400}(?:\\n[^\\S\\n]{0,400})?';
const LETTER = new RegExp(`-?${GAP}[([]?([A-Z])[)\\]]?(?![A-Z0-9])`, 'iy');
/** What may be said of one reference in a list: `A (notal)`, `A, para 3`. */
const NOTE = new RegExp(
  `${GAP}(?:\\((?![A-Z]\\))[^()]{2,60}\\)|,?${GAP}para(?:graph)?s?\\b\\.?${GAP}\\d{1,3}(?:-\\d{1,3})?)`,
  'iy',
);
const SEPARATOR = new RegExp(
  `${GAP}(?:[,;]${GAP}(?:(?:and|or)\\b|&)?|(?:and|or|to|through|thru)\\b|[&/\\u2013-])`,
  'iy',
);
const RANGE = /^\s*(?:[\u2013-]|to|thru|through)$/i;
const NUMBER = new RegExp(`${GAP}(\\d{1,3})(?!\\d|[.,]\\d)`, 'y');
const NEXT_NUMBER = new RegExp(`${GAP}(?:(?:and|to|through|thru)\\b|[&\\u2013-])${GAP}(\\d{1,3})(?!\\d|[.,]\\d)`, 'iy');
/** Behind a letter: the rest of a word or an abbreviation. */
const WORD_GOES_ON = /['’/]|-[A-Z0-9]{2}|[-.]\d|\.[A-Z]\b/iy;

const readAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

function readBody(view: MessageView, found: Found): void {
  const { body } = view.message;
  const { citingWords } = view.cable.places;
  let text: string | null = null;
  for (let i = firstFrom(citingWords, body.start); i < citingWords.length && citingWords[i]! < body.end; i++) {
    text ??= bodyText(view);
    const match = readAt(WORD_AT, text, citingWords[i]! - body.start);
    if (match) readWord(text, body.start, match, found);
  }
}

function readWord(text: string, base: number, match: RegExpExecArray, found: Found): void {
  const word = match[0].toLowerCase();
  const end = match.index + word.length;
  if (word.startsWith('para')) readNumbers(text, end, base, /s\.?$/.test(word), match.index, found);
  else {
    if (word.startsWith('reftel')) found.reftels.push(token(match[0], base + match.index));
    // `reference` without a letter is a word like others.
    if (!readLetters(text, end, base, found) && !word.startsWith('refer')) found.general = true;
  }
}

/** Letters from an offset on; false where there are none. */
function readLetters(text: string, from: number, base: number, found: Found): boolean {
  let separator = '';
  let at = from;
  let before = 0;
  for (;;) {
    const match = readAt(LETTER, text, at);
    if (!match) return before > 0;
    at = LETTER.lastIndex;
    const written = match[1]!;
    const letter = written.toUpperCase();
    const code = letter.charCodeAt(0);
    const certain =
      written === letter && letter !== 'I' && !/[;/]|\b(?:or|to)\b/i.test(separator) && !readAt(WORD_GOES_ON, text, at);
    const start = match.index + match[0].lastIndexOf(written);
    found.letters.push({ ...token(written, base + start), text: letter, certain });
    for (let each = RANGE.test(separator) ? before : code; each > 0 && each <= code; each++)
      found.used.add(String.fromCharCode(each));
    before = code;
    if (readAt(NOTE, text, at)) at = NOTE.lastIndex;
    const next = readAt(SEPARATOR, text, at);
    if (!next) return true;
    separator = next[0];
    at = SEPARATOR.lastIndex;
  }
}

function readNumbers(text: string, from: number, base: number, several: boolean, word: number, found: Found): void {
  const first = readAt(NUMBER, text, from);
  if (!first) return;
  let end = NUMBER.lastIndex;
  const numbers = [token(first[1]!, base + end - first[1]!.length)];
  const second = several ? readAt(NEXT_NUMBER, text, end) : null;
  if (second && Number(second[1]) > Number(first[1])) {
    end = NEXT_NUMBER.lastIndex;
    numbers.push(token(second[1]!, base + end - second[1]!.length));
    // `para 3-2` numbers the paragraphs of something else.
  } else if (/^-\d/.test(text.slice(end, end + 2))) return;
  found.paragraphs.push({
    numbers,
    before: text.slice(Math.max(0, word - 60), word),
    after: text.slice(end, end + 400),
  });
}

/** Written by the drafter: a text that he quotes cites its own references and paragraphs. */
export function isOwn(view: MessageView, { start }: Span): boolean {
  const { body, blocks } = view.message;
  if (start < body.start) return true;
  return (
    view.paragraphs.some(({ paragraph }) => paragraph.start <= start && start < paragraph.end) &&
    !blocks.some((block) => block.kind === 'quoted-text' && block.start <= start && start < block.end)
  );
}

/** The text is here from its first section to its last, so that what it does not hold is missing. */
export function isComplete(view: MessageView): boolean {
  const line = view.classification;
  if (!isReadable(view) || (line?.sectionNumber ?? 1) > 1) return false;
  const announced = line?.sectionsAnnounced ?? 1;
  return announced <= 1 || pageLines(view).some(({ section }) => section === announced);
}
