/** The REF block (FORMAT 3.8) and message references (FORMAT 5.1). */
import { canonicalPost, cutPost, isKnownPost, misspeltPost } from '../data/posts';
import type { Cable, Field } from '../syntax/tree';
import { matches } from '../text/matches';
import { fullYear, pad } from './dates';
import { fold, type Token, token, valueText, withoutFiller } from './fields';

export interface MessageReference {
  /** `06PHNOMPENH534` */
  readonly id: string;
  readonly year: number;
  readonly post: string;
  readonly serial: number;
}

/**
 * The canonical reference of a message; null for a year that two digits cannot give, and for a post without letters. Of an unknown post
 * letters alone count: in damaged names anything may stand between them. `airgram`: the number counts airgrams, not cables.
 */
export function messageReference(year: number, post: string, serial: string, airgram = false): MessageReference | null {
  const digits = pad(year % 100);
  if (fullYear(digits) !== year) return null;
  const canonical = canonicalPost(post).replace(/[^A-Z]+/g, '');
  if (canonical === '') return null;
  const number = Number.parseInt(serial, 10);
  return { id: `${digits}${canonical}${airgram ? '-A' : ''}${number}`, year, post: canonical, serial: number };
}

/** Year, post, the sign of an airgram, serial. A broken header left the count of its sections inside; `_b` marks a second copy. */
const COMPACT = /^(\d{4}|\d{2})((?:SECTION\d{1,3}OF\d{1,3})?[A-Z][A-Z'.-]*?)(-A-?)?(\d{1,7})(?:_?[a-z])?$/i;

/** A compact reference such as `06PHNOMPENH534`, `1973LIMA02545` or `73BANGKOK-A50`; null when it is not one. */
export function readCompactReference(text: string): MessageReference | null {
  const match = COMPACT.exec(text.trim());
  if (!match) return null;
  const [, year, post, airgram, serial] = match;
  return messageReference(fullYear(year!), post!, serial!, airgram !== undefined);
}

/** The number of a record of 1973-79 (`1975TELAV01234`), in which the name of the post may be cut to six letters. */
export function readArchiveNumber(text: string): MessageReference | null {
  const match = COMPACT.exec(text.trim());
  const post = match && cutPost(match[2]!);
  return post
    ? messageReference(fullYear(match[1]!), post, match[4]!, match[3] !== undefined)
    : readCompactReference(text);
}

/** Whether a canonical number is that of an airgram, which are counted by themselves. */
export const isAirgram = (id: string): boolean => /-A\d+$/.test(id);

export interface Reference extends Token {
  readonly label: string | null;
  readonly kind: 'cable' | 'email' | 'telephone' | 'document' | 'other';
  readonly id: string | null;
  /** As it is written; the post of the first number where one post has several. */
  readonly postToken: Token | null;
}

/** The letter before a reference: `A.`, `(A)`, `[A]`, `REF A`. */
export const ENUM =
  /(?:^|[\s;,])(?:¶\s?)?(?:(?:REF\s)?(?:([A-Z])[.):]|\(([A-Z])\)|\[([A-Z])\])(?=\s|[A-Z\d(])|REF\s([A-Z])(?=\s+[A-Z\d(]))/g;
/** Between the words of a post: some blanks, or a line break. */
const BETWEEN = '(?:[^\\S\\n]{1,3}|[^\\S\\n]{0,9}\\n[^\\S\\n]{0,40})';
const WORD = "[A-Z][A-Z.'-]{0,24}";
const POST = `${WORD}(?:${BETWEEN}${WORD}){0,3}`;
const SERIAL = '0{0,4}\\d{1,7}';
/** Year, post, sign of an airgram, serial, year behind it. The year may stand at the end of the line before. */
const CABLE = new RegExp(
  `(?:(?:\\b(\\d{4}|\\d{2})|\\((\\d{2})\\))\\s{0,12}|\\b)(?!AND\\b)(${POST}?)\\s{1,3}(A-\\s?)?(${SERIAL})\\b(?:\\s?\\((\\d{2})\\))?`,
  'gi',
);
/** `06PHNOMPENH534` */
const WITHOUT_BLANKS = /\b(\d{4}|\d{2})()([A-Z][A-Z'.-]{1,24}?)(-A-?)?(\d{1,7})(?:_?[a-z])?\b()/gi;
const MORE = /\s*(?:,|AND|&)\s*(\d{2,7})\b(?!\s+(?!AND\b)[A-Z])/iy;
function moreAt(text: string, at: number): RegExpExecArray | null {
  MORE.lastIndex = at;
  return MORE.exec(text);
}

/** The references of a REF field. A missing year is the cable's own; `BRASILIA 2799 AND 2764` is two. */
export function readReferences(cable: Cable, target: Field, year: number | null): Reference[] {
  const value = valueText(cable, target);
  const text = withoutFiller(value.text);
  const marks = matches(text, ENUM).map((match) => ({
    label: (match[1] ?? match[2] ?? match[3] ?? match[4])!.toUpperCase(),
    at: match.index,
    from: match.index + match[0].length,
  }));
  const items = marks.length
    ? marks.map((mark, i) => ({ label: mark.label, from: mark.from, to: marks[i + 1]?.at ?? text.length }))
    : [];
  if (!items.length || text.slice(0, marks[0]!.at).trim().length > 3)
    items.unshift({ label: '', from: 0, to: marks[0]?.at ?? text.length });
  return items.flatMap(({ label, from, to }, i) => {
    // Template and drafter both numbered (`A. A) LIMA 236`): the inner letter has the text.
    if (to - from <= 1 || (text.slice(from, to).trim() === '' && i + 1 < items.length)) return [];
    return readItem(text.slice(from, to), value.base + from, label || null, year);
  });
}

function readItem(text: string, base: number, label: string | null, year: number | null): Reference[] {
  const found: Reference[] = [];
  let at = 0;
  const read = (match: RegExpExecArray, name: string, before = 0): void => {
    const [whole, yearA, yearB, post, airgram, serial, yearAfter] = match;
    const stated = yearA || yearB || yearAfter;
    const its = stated ? fullYear(stated) : year;
    const start = base + before + match.index;
    const postToken = token(post!, start + whole.indexOf(post!));
    const id = (number: string) =>
      (its !== null && messageReference(its, name, number, airgram !== undefined)?.id) || null;
    const add = (cited: string, from: number, number: string) =>
      found.push({ label, text: fold(cited), start: from, end: base + at, kind: 'cable', id: id(number), postToken });
    at = before + match.index + whole.length;
    add(whole, start, serial!);
    for (let more = moreAt(text, at); more; more = moreAt(text, at)) {
      at += more[0].length;
      add(`${post} ${more[1]}`, base + at - more[1]!.length, more[1]!);
    }
  };
  for (const match of cablesIn(text)) {
    const name = match.index < at ? null : knownPost(match[3]!);
    // `STATE 111222 TOSEC 140001`: the second is another number of the same cable.
    if (!name || (found.length && /^TOSEC$/i.test(name) && /^[\s/]*$/.test(text.slice(at, match.index)))) continue;
    read(name === match[3] ? match : withoutFirstLine(match, name), name);
  }
  if (found.length) return found;
  const trimmed = fold(text).replace(/[;,]$/, '');
  if (!trimmed) return [];
  const lead = text.length - text.trimStart().length;
  const alone = MISSPELT.exec(text.slice(lead));
  const meant = alone && misspeltPost(alone[3]!);
  if (meant) read(alone, meant, lead);
  if (found.length) return found;
  const start = base + lead;
  return [
    { label, text: trimmed, start, end: start + text.trim().length, kind: kindOf(trimmed), id: null, postToken: null },
  ];
}

const NO_POST = /^(?:AND|REF|FAM|PARA|AIR)$/i;
/** The post that some words name; or what of them stands on the last line, where those before are of another reference. */
function knownPost(words: string): string | null {
  for (const name of [words, words.slice(words.lastIndexOf('\n') + 1).trim()])
    if (isKnownPost(name) && !NO_POST.test(name)) return name;
  return null;
}

/** The match as it is where the post is only the last part of the words. */
function withoutFirstLine(match: RegExpExecArray, name: string): RegExpExecArray {
  const [whole, , , , airgram, serial, yearAfter] = match;
  const from = whole.lastIndexOf(name, whole.length - serial!.length);
  const rest = [whole.slice(from), undefined, undefined, name, airgram, serial, yearAfter];
  return Object.assign(rest as unknown as RegExpExecArray, { index: match.index + from });
}

/** One number under a post that is not known, and nothing else but a note: words after it would be prose. The groups are those of `CABLE`. */
const MISSPELT = new RegExp(
  `^(?:(?:(\\d{4}|\\d{2})|\\((\\d{2})\\))\\s{1,12})?(${POST})\\s{1,3}(A-\\s?)?(${SERIAL})(?:\\s?\\((\\d{2})\\))?(?=(?:\\s*(?:,|AND|&)\\s*\\d{2,7}){0,9}(?:\\s\\([A-Z]{5}\\))?[\\s;,.]*$)`,
  'i',
);

/** What may be numbers of cables, in the order of the text. */
function cablesIn(text: string): RegExpExecArray[] {
  const found = matches(text, CABLE);
  if (!/\d[A-Z]/i.test(text)) return found;
  return [...found, ...matches(text, WITHOUT_BLANKS)].sort((a, b) => a.index - b.index);
}

function kindOf(text: string): Reference['kind'] {
  if (/\be-?mails?\b/i.test(text)) return 'email';
  if (/\btel(?:e)?con|phone|telcon/i.test(text)) return 'telephone';
  return /\b(?:FAM|FAH|IIR|REPORT|MEMO|LETTER|NOTE|DOC)\b/i.test(text) ? 'document' : 'other';
}
