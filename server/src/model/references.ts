/** The REF block (FORMAT 3.8) and message references (FORMAT 5.1). */
import { canonicalPost, isKnownPost } from '../data/posts';
import type { Cable, Field } from '../syntax/tree';
import { matches } from '../text/matches';
import { fullYear } from './dates';
import { fold, type Token, token, valueText, withoutFiller } from './fields';

export interface MessageReference {
  /** `06PHNOMPENH534` */
  readonly id: string;
  readonly year: number;
  readonly post: string;
  readonly serial: number;
}

/** The canonical reference of a message. `year` has four digits. */
export function messageReference(year: number, post: string, serial: string): MessageReference {
  const canonical = canonicalPost(post);
  const number = Number.parseInt(serial, 10);
  return { id: `${String(year % 100).padStart(2, '0')}${canonical}${number}`, year, post: canonical, serial: number };
}

const COMPACT = /^(\d{2}|\d{4})([A-Z][A-Z'.-]*?)(\d{1,7})[a-z]?$/i;

/** A compact reference such as `06PHNOMPENH534` or `1973LIMA02545`; null when it is not one. */
export function readCompactReference(text: string): MessageReference | null {
  const match = COMPACT.exec(text.trim());
  return match ? messageReference(fullYear(match[1]!), match[2]!, match[3]!) : null;
}

export interface Reference extends Token {
  readonly label: string | null;
  readonly kind: 'cable' | 'email' | 'telephone' | 'document' | 'other';
  readonly id: string | null;
  readonly postToken: Token | null;
}

/** The letter before a reference: `A.`, `(A)`, `[A]`, `REF A`. */
export const ENUM =
  /(?:^|[\s;,])(?:¶\s?)?(?:(?:REF\s)?(?:([A-Z])[.):]|\(([A-Z])\)|\[([A-Z])\])(?=\s|[A-Z\d(])|REF\s([A-Z])(?=\s+[A-Z\d(]))/g;
/** The year may stand at the end of the line before. */
const CABLE =
  /(?:(?:\b(\d{4}|\d{2})|\((\d{2})\))\s{1,12})?\b(?!AND\b)([A-Z][A-Z.'-]*(?:\s{1,3}[A-Z][A-Z.'-]*){0,3}?)\s{1,3}(\d{1,7})\b(?:\s?\((\d{2})\))?/gi;
const MORE = /\s*(?:,|AND|&)\s*(\d{2,7})\b(?!\s+[A-Z])/iy;
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
  for (const match of matches(text, CABLE)) {
    if (match.index < at) continue;
    const [whole, yearA, yearB, post, serial, yearAfter] = match;
    if (!isKnownPost(post!) || /^(?:AND|REF|FAM|PARA|AIR)$/i.test(post!)) continue;
    const stated = yearA ?? yearB ?? yearAfter;
    const its = stated ? fullYear(stated) : year;
    const start = base + match.index;
    const postToken = token(post!, start + whole.indexOf(post!));
    const id = (number: string) => (its === null ? null : messageReference(its, post!, number).id);
    found.push({
      label,
      text: fold(whole),
      start,
      end: start + whole.length,
      kind: 'cable',
      id: id(serial!),
      postToken,
    });
    at = match.index + whole.length;
    for (let more = moreAt(text, at); more; more = moreAt(text, at)) {
      const end = at + more[0].length;
      found.push({
        label,
        text: fold(`${post} ${more[1]}`),
        start: base + end - more[1]!.length,
        end: base + end,
        kind: 'cable',
        id: id(more[1]!),
        postToken,
      });
      at = end;
    }
  }
  if (found.length) return found;
  const trimmed = fold(text).replace(/[;,]$/, '');
  if (!trimmed) return [];
  const lead = text.length - text.trimStart().length;
  const start = base + lead;
  return [
    { label, text: trimmed, start, end: start + text.trim().length, kind: kindOf(trimmed), id: null, postToken: null },
  ];
}

function kindOf(text: string): Reference['kind'] {
  if (/\be-?mails?\b/i.test(text)) return 'email';
  if (/\btel(?:e)?con|phone|telcon/i.test(text)) return 'telephone';
  return /\b(?:FAM|FAH|IIR|REPORT|MEMO|LETTER|NOTE|DOC)\b/i.test(text) ? 'document' : 'other';
}
