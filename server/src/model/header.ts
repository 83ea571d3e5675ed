/** E.O., Classified By, SUBJECT and what they say together (FORMAT 3.5, 3.7, 3.9). */
import type { Cable, Field } from '../syntax/tree';
import { matches } from '../text/matches';
import { exists, fullYear, pad } from './dates';
import { fold, type Token, token, valueText } from './fields';

export interface ExecutiveOrder {
  readonly number: Token | null;
  readonly instruction: string;
  /** The date as written, where there is one. */
  readonly date: Token | null;
  /** `2014-01-07`; null when none is given or it does not exist. */
  readonly declassifyOn: string | null;
}

const DATE = /(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b|\b(\d{4})\/(\d{2})\/(\d{2})\b/;

/** @param dated the year of the cable: two digits of a year mean one near it, `31` in 2006 is 2031. */
export function readExecutiveOrder(cable: Cable, field: Field, dated: number | undefined): ExecutiveOrder {
  const { text, base } = valueText(cable, field);
  const number = /^\s*(?::\s*)?(\d{3,6}|UNKNOWN)\b/i.exec(text);
  const at = number ? number[0].length : 0;
  const rest = text.slice(at);
  const date = DATE.exec(rest);
  const [year, month, day] = date
    ? date[4]
      ? [+date[4], +date[5]!, +date[6]!]
      : [yearNear(date[3]!, dated), +date[1]!, +date[2]!]
    : [0, 0, 0];
  return {
    number: number ? token(number[1]!, base + number[0].length - number[1]!.length) : null,
    instruction: fold(rest).replace(/^[:,.\s]+/, ''),
    date: date ? token(date[0], base + at + date.index) : null,
    declassifyOn: date && exists(year, month, day) ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null,
  };
}

function yearNear(digits: string, dated: number | undefined): number {
  const year = fullYear(digits);
  return digits.length === 2 && dated !== undefined && year < dated - 50 ? year + 100 : year;
}

export interface Subject {
  readonly text: string;
  readonly mark: string | null;
}

export function readSubject(cable: Cable, field: Field): Subject {
  const text = fold(valueText(cable, field).text);
  const mark = /^\(((?:U|SBU|LOU|C|S|TS)(?:\/\/?[A-Z]+)?)\) ?/.exec(text);
  return { text: mark ? text.slice(mark[0].length) : text, mark: mark?.[1] ?? null };
}

export interface ClassifiedBy {
  readonly name: string | null;
  readonly title: string | null;
  readonly section: Token | null;
  readonly letters: readonly Token[];
  /** `1.4(b)` */
  readonly reasons: readonly string[];
  readonly raw: string;
}

const REASON = /\b(?:FOR )?(?:RE\s?ASONS?(?:\(S\))?)\s*:?\s*(?:E\.?O\.? ?\d{5},?\s*)?(?:SECTIONS?\s*)?(\d\.\d)?/i;

export function readClassifiedBy(cable: Cable, fields: readonly Field[]): ClassifiedBy | null {
  const first = fields[0];
  if (!first) return null;
  const value = valueText(cable, first);
  const text =
    value.text +
    fields
      .slice(1)
      .map((each) => `\n${cable.clean.slice(each.start, each.end)}`)
      .join('');
  const raw = joinLines(cable, fields);
  const match = REASON.exec(text);
  const cut = REASON.exec(raw);
  const who = (cut ? raw.slice(0, cut.index) : raw)
    .replace(/^(?:CLASS?IFI?ED BY:?\s*)+/i, '')
    .replace(/^\([A-Z]+\)\s*/, '')
    .replace(/(?<![\s,.;])[\s,.;]+(?:for)?$/i, '');
  const [name, ...title] = who.split(/, ?/);
  const letters: Token[] = [];
  let section: Token | null = null;
  if (match) {
    const at = match.index + match[0].length;
    if (match[1]) section = token(match[1], value.base + at - match[1].length);
    // White space does not count: however the line is folded, the list is the same.
    const list = /^[\s(]*[a-z](?:\s*[(),/&a-z]){0,50}/i.exec(text.slice(at))?.[0] ?? '';
    for (const each of matches(list, LETTER))
      letters.push(token(each[1]!.toLowerCase(), value.base + at + each.index + each[0].indexOf(each[1]!)));
  }
  const prefix = section?.text ?? '';
  return {
    name: name || null,
    title: title.join(', ') || null,
    section,
    letters,
    reasons: letters.map((letter) => `${prefix}(${letter.text})`),
    raw,
  };
}

const LETTER = /\(?\b([a-z])\b\)?/gi;

/** The columns at which a template wraps, inside words (FORMAT 3.9): the next line is joined without a blank. */
const WRAP = 71;

function joinLines(cable: Cable, fields: readonly Field[]): string {
  let joined = '';
  for (const field of fields) {
    for (const line of field.children) {
      if (line.kind !== 'text') continue;
      joined += cable.clean.slice(Math.max(line.start, line === field.children[0] ? field.value : 0), line.end);
      const breaksWord = line.end - line.start === WRAP && /[a-z]/.test(cable.clean[line.next] ?? '');
      if (!breaksWord) joined += ' ';
    }
  }
  return fold(joined);
}
