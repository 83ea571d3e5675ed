/** Numbers of messages that stand in subject and text: `05 STATE 226504`, `Phnom Penh 534`, `06PHNOMPENH534` (FORMAT 5.1). */
import { endsPost, isKnownPost } from '../data/posts';
import type { Span } from '../syntax/tree';
import { isQuoted } from './body';
import { isAnother, isCited } from './cited-number';
import { fullYear } from './dates';
import { type Passage, textAfter, textBefore, visitHeader, visitPassages } from './passages';
import { messageReference, readCompactReference } from './references';
import type { MessageView } from './view';

/** From the year or the post to the last digit; the second of `State 88314 and 59032` is its digits. */
export interface WrittenNumber extends Span {
  /** Canonical: `05STATE226504`. */
  readonly id: string;
  readonly passage: Passage;
}

/** What stands for the number of another message, in the order of the text. What may be a year, a date or a count is left out. */
export const messageNumbers = (view: MessageView): readonly WrittenNumber[] => view.once(readAll);
const readAll = (view: MessageView): WrittenNumber[] => readNumbers(view, visitPassages);

/** Those of the header alone: of a message whose text is known to have none. */
export const headerNumbers = (view: MessageView): readonly WrittenNumber[] => readNumbers(view, visitHeader);

function readNumbers(view: MessageView, visitAll: typeof visitHeader): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  let done = 0;
  const visit = (passage: Passage, at: number): void => {
    if (at < done) return;
    for (const each of readAt(view, passage, at, found.at(-1) ?? null)) {
      done = each.end;
      // A cable that names itself cites nothing.
      if (each.id !== view.reference?.id) found.push(each);
    }
  };
  visitAll(view, view.cable.places.numbers, visit, mayFollowPost);
  return found;
}

const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number): boolean => isUpper(code) || (code >= 97 && code <= 122);
const isBlank = (code: number): boolean => code <= 32 || code === 0xfeff;
/** No name of a post is longer; blanks for page lines are. */
const LONGEST = 24;
const WIDEST = 400;

/** Whether letters, or the last word of a post, stand before some digits. Most digits of a text have others before them. */
export function mayFollowPost(text: string, at: number): boolean {
  let end = text.startsWith('A-', at - 2) ? at - 2 : at;
  if (end > 0 && isLetter(text.charCodeAt(end - 1))) return true;
  const least = Math.max(0, end - WIDEST);
  while (end > least && isBlank(text.charCodeAt(end - 1))) end--;
  if (end === at || end === 0 || !isLetter(text.charCodeAt(end - 1))) return false;
  let start = end;
  while (start > 0 && end - start < LONGEST && isOfName(text.charCodeAt(start - 1))) start--;
  return isUpper(text.charCodeAt(start)) && endsPost(text.slice(start, end));
}
/** A letter, an apostrophe, a hyphen or a full stop. */
const isOfName = (code: number): boolean =>
  isLetter(code) || code === 39 || code === 45 || code === 46 || code === 0x2019;

/** Digits that go on as nothing else: no `12,345`, `405.5`, `12:30`, `405th`, `1430Z`. */
const DIGITS = /0{0,4}\d{1,7}(?:_[a-z])?(?![\w%°])(?!,\d{3}(?!\d))(?![.:/-]\d)/y;
const COMPACT = /(?:^|[^\w.'/-])((?:\d{4}|\d{2})[A-Z][A-Z'.-]{1,24})$/;
/** Up to four words, and what stands between them and the digits. */
const WORDS = /(?<![A-Za-z][.'’-]*)[A-Za-z][A-Za-z.'’-]*(?:\s+[A-Za-z][A-Za-z.'’-]*){0,3}(?=\s+(A-)?$)/;
const YEAR = /(?:^|[^\w.,:$#/-])(\(\d{2}\)|\d{4}|\d{2})\s+$/;
const YEAR_AFTER = /^\s?\((\d{2})\)/;
const MORE = /\s*(?:,(?:\s*(?:and\b|&))?|and\b|&|\/)\s*(?=\d)/iy;

/** The numbers that begin with the post before some digits; none where it is no known post, or the digits may be something else. */
function readAt(view: MessageView, passage: Passage, at: number, before: WrittenNumber | null): WrittenNumber[] {
  const digits = digitsAt(passage, at);
  const compact = digits && COMPACT.exec(textBefore(passage, at, 32));
  if (compact) {
    const read = readCompactReference(compact[1]! + digits);
    const isReal = read && isKnownPost(read.post) && isPlausible(read.year, view.year);
    return isReal ? [{ id: read.id, passage, start: at - compact[1]!.length, end: at + digits.length }] : [];
  }
  const name = digits ? nameBefore(passage, at) : null;
  if (!name) return [];
  const end = at + digits.length;
  const year = yearAround(passage, name.start, end);
  const its = year?.value ?? view.year;
  if (its === undefined || (year && !isPlausible(its, view.year))) return [];
  const isListed = before !== null && isNextInList(before, passage, year?.start ?? name.start);
  const { start, end: last } = { start: year?.start ?? name.start, end: year?.end ?? end };
  const candidate = {
    passage,
    start,
    end: last,
    name: name.text,
    digits,
    isAirgram: name.isAirgram,
    isStated: year !== null,
    isListed,
  };
  // What is quoted may be of another year.
  if (!isCited(candidate) || (!year && isQuoted(view, start))) return [];
  const idOf = (serial: string) => messageReference(its, name.text, serial, name.isAirgram)?.id;
  const id = idOf(digits);
  return id ? [{ id, passage, start, end: last }, ...readMore(passage, last, digits, idOf)] : [];
}

/** Digits at an offset; empty where they are part of something else. */
function digitsAt({ text, base }: Passage, at: number): string {
  DIGITS.lastIndex = at - base;
  return DIGITS.exec(text)?.[0] ?? '';
}

/** Not a word of a broken header (FORMAT 5.1). */
const INTRUDER = /^(?:SECTION|EFTO|NOFORN|SUSPECTED|DUPLICATE|ZFR|ZDK|TOSEC)\b/i;

/** The longest name of a post before some digits. */
function nameBefore(passage: Passage, at: number): { text: string; start: number; isAirgram: boolean } | null {
  const wide = textBefore(passage, at, 4).trim() ? 64 : WIDEST + 64;
  const before = textBefore(passage, at, wide);
  const match = WORDS.exec(before);
  if (!match) return null;
  let { index, 0: text } = match;
  for (;;) {
    if (isUpper(text.charCodeAt(0)) && !INTRUDER.test(text) && isKnownPost(text))
      return { text, start: at - before.length + index, isAirgram: match[1] !== undefined };
    const next = /\s[A-Za-z]/.exec(text);
    if (!next) return null;
    index += next.index + 1;
    text = text.slice(next.index + 1);
  }
}

/** The year that stands before a post, or in brackets behind its number; with where the whole begins and ends. */
function yearAround(
  passage: Passage,
  start: number,
  end: number,
): { value: number; start: number; end: number } | null {
  const wide = textBefore(passage, start, 16).trim() ? 24 : WIDEST;
  const before = textBefore(passage, start, wide);
  const match = YEAR.exec(before);
  if (match && !COUNTED.test(textBefore(passage, start, wide + 16).slice(0, -(before.length - match.index)))) {
    const from = start - before.length + match.index + match[0].indexOf(match[1]!);
    return { value: fullYear(match[1]!.replace(/[()]/g, '')), start: from, end };
  }
  const after = YEAR_AFTER.exec(textAfter(passage, end, 6));
  return after && { value: fullYear(after[1]!), start, end: end + after[0].length };
}
/** Before two digits that are no year: `March 12 State 405`. */
const COUNTED = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s*$/i;

/** A year that had cables, and not after that of the cable itself. */
const isPlausible = (year: number, own: number | undefined): boolean => year >= 1960 && year <= (own ?? 2029);

/** `State 88314 and Paris 405`. */
const isNextInList = (before: WrittenNumber, passage: Passage, start: number): boolean =>
  before.passage.text === passage.text &&
  start - before.end < 40 &&
  /^\s*(?:[,;/]|(?:[,;]\s*)?(?:and|or|&))\s*$/i.test(textBefore(passage, start, start - before.end));

/** `, 59032` and `AND 2764` behind a number: others of the same post and year. */
function readMore(
  passage: Passage,
  from: number,
  first: string,
  idOf: (serial: string) => string | undefined,
): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (let at = from; ; ) {
    MORE.lastIndex = at - passage.base;
    if (!MORE.test(passage.text)) return found;
    const start = passage.base + MORE.lastIndex;
    const digits = digitsAt(passage, start);
    const id = digits && isAnother(passage, start, digits, first) ? idOf(digits) : undefined;
    if (!id) return found;
    at = start + digits.length;
    found.push({ id, passage, start, end: at });
  }
}
