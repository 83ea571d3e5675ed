/** What the words of a search may mean. */
import { canonicalPost } from '../data/posts';
import { exists, fullYear, MONTHS } from '../model/dates';
import { splitWords } from './words';

/** A message number or a part of one: `06PHNOMPENH534`, `PENH53`, `06PHN`. */
export interface NumberPart {
  /** Last digits of the year; empty for any. */
  readonly year: string;
  /** The letters as written and the standard name that they may stand for. */
  readonly post: string;
  readonly canonical: string;
  /** First digits of the serial number; empty for any. */
  readonly serial: string;
}

/** A day, month or year; null for any. */
export interface DatePart {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** One word of a query; a cable has it when any of its meanings fits. */
export interface Sought {
  /** A part of a word; empty for none. */
  readonly text: string;
  readonly number: NumberPart | null;
  readonly date: DatePart | null;
  /** Last digits of a year, two or four; empty for none. */
  readonly year: string;
}

/** Nobody asks for more words; a text that was pasted by mistake has them. A search has room for so many. */
const MOST = 6;
const NOTHING: Sought = { text: '', number: null, date: null, year: '' };

/** The ways to read a query; of one of them all words have to be there. None for a query without a word. */
export function readings(query: string): readonly (readonly Sought[])[] {
  const words = splitWords(query).slice(0, MOST);
  if (words.length === 0) return [];
  const found: Sought[][] = [words.map(readWord)];
  const number = words.length > 1 ? readNumber(words.join(' ')) : null;
  if (number) found.push([{ ...NOTHING, number }]);
  const dated = readDates(words);
  if (dated) found.push(dated);
  return found;
}

function readWord(text: string): Sought {
  const digits = /^\d+$/.test(text);
  return {
    text,
    number: digits ? null : readNumber(text),
    date: readIsoDate(text),
    year: digits && (text.length === 2 || text.length === 4) ? text : '',
  };
}

const NUMBER = /^(\d{1,4})? ?([^\d ][^\d]{0,60}?)(?: ?(\d{1,8})_?[A-Z]?)?$/;
/** Of an airgram: `BANGKOK A-50`, `73BANGKOK-A50`. */
const AIRGRAM = /[ -]A-?$/;

function readNumber(text: string): NumberPart | null {
  const match = NUMBER.exec(text);
  if (!match || (!match[1] && !match[3])) return null;
  const [, year = '', letters, serial = ''] = match;
  const name = serial ? letters!.replace(AIRGRAM, '') : letters!;
  const post = name.replace(/[ '’.-]/g, '');
  return post ? { year, post, canonical: canonicalPost(name), serial: serial && String(Number(serial)) } : null;
}

const ISO = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/;

function readIsoDate(text: string): DatePart | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), match[3] ? Number(match[3]) : null];
  return exists(year, month, day ?? 1) ? { year, month, day } : null;
}

const NAMES = 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(' ');

/** The month that a word names, from 1; 0 when it names none. */
function monthNamed(word: string | undefined): number {
  if (!word || word.length < 3) return 0;
  return MONTHS.findIndex((short, at) => word.startsWith(short) && NAMES[at]!.startsWith(word)) + 1;
}

const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/;
const YEAR = /^(?:\d{2}|\d{4})$/;

/** `21 MARCH 2006`, `MARCH 21 2006`, `MAR 06`, `21 MARCH` as one word; null where no month is named. */
function readDates(words: readonly string[]): Sought[] | null {
  const month = words.findIndex((word) => monthNamed(word) > 0);
  if (month < 0) return null;
  const is = (pattern: RegExp, at: number): boolean => pattern.test(words[at] ?? '');
  const isAfter = is(DAY, month + 1) && is(YEAR, month + 2);
  const day = is(DAY, month - 1) ? month - 1 : isAfter ? month + 1 : -1;
  const next = Math.max(day, month) + 1;
  const year = is(YEAR, next) ? next : -1;
  const date = {
    year: year < 0 ? null : fullYear(words[year]!),
    month: monthNamed(words[month]),
    day: day < 0 ? null : Number(words[day]),
  };
  const others = words.filter((_, at) => at !== month && at !== day && at !== year);
  return [{ ...NOTHING, date }, ...others.map(readWord)];
}
