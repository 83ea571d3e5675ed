/** What a library has of one word that is sought. */
import { dayOf, minutesOf } from './days';
import { between, newestFirst } from './order';
import type { DatePart, NumberPart, Sought } from './query';
import { NONE, type Records } from './records';
import { containing, Rank } from './vocabulary';

export interface Probe {
  /** The words that contain it, and how well. */
  readonly words: ReadonlyMap<number, number>;
  /** How well a row fits by its number, date or year; null where none of them is meant. */
  readonly rank: ((row: number) => number) | null;
  /** In about how many rows it can be so well or better, at most. */
  readonly expected: (rank: number) => number;
  /** Calls `visit` for every row in which it can be so well or better, for some more than once. */
  readonly each: (rank: number, visit: (row: number) => void) => void;
}

export function probe(records: Records, { text, number, date, year }: Sought): Probe {
  const words = text ? containing(records.words, text) : new Map<number, number>();
  const posts = number ? postsOf(records, number) : new Set<number>();
  const dated = date || year ? datedRows(records, date, year) : null;
  const rankOf = (row: number): number => {
    const numbered = number && posts.has(records.post.data[row]!) ? rankOfNumber(records, row, number) : Rank.none;
    return numbered < Rank.word && dated?.is(row) ? Rank.word : numbered;
  };
  const counts = new Int32Array(Rank.whole + 1);
  const count = (word: number, best: number): void => {
    for (let rank = 1; rank <= best; rank++) counts[rank]! += records.occurrences.data[word]!;
  };
  for (const [word, rank] of words) count(word, rank);
  for (const post of posts) count(post, Rank.whole);
  for (let rank = 1; rank <= Rank.word; rank++) counts[rank]! += dated?.rows.length ?? 0;
  return {
    words,
    rank: dated || posts.size ? rankOf : null,
    expected: (rank) => counts[rank]!,
    each: (rank, visit) => {
      for (const [word, best] of words) if (best >= rank) eachWith(records, word, visit);
      for (const post of posts) eachWith(records, post, visit);
      if (dated && rank <= Rank.word) for (const row of dated.rows) visit(row);
    },
  };
}

function eachWith(records: Records, word: number, visit: (row: number) => void): void {
  const { data: next } = records.nextOfWord;
  const { data: row } = records.rowOfWord;
  for (let at = records.occurrenceOf.data[word]!; at >= 0; at = next[at]!) visit(row[at]!);
}

/** The rows of a date, or of a year with such last digits. */
interface Dated {
  readonly is: (row: number) => boolean;
  readonly rows: ArrayLike<number> & Iterable<number>;
}

function datedRows(records: Records, date: DatePart | null, digits: string): Dated {
  const { data: years } = records.year;
  const { data: dates } = records.date;
  if (!date) {
    const ends = endingWith(digits);
    return allOf(records, (row) => ends(years[row]!));
  }
  const { year, month, day } = date;
  if (year === null)
    return allOf(records, (row) => {
      const its = dates[row] === NONE ? 0 : dayOf(dates[row]!);
      return its > 0 && (its >> 5) % 12 === month! - 1 && (day === null || (its & 31) === day);
    });
  const from = minutesOf(year, month ?? 1, day ?? 1);
  const to = day ? from + 1440 : month ? minutesOf(year, month + 1) : minutesOf(year + 1);
  return {
    is: (row) => dates[row]! >= from && dates[row]! < to,
    rows: between(records, newestFirst(records), from, to),
  };
}

function allOf(records: Records, is: (row: number) => boolean): Dated {
  const rows: number[] = [];
  for (let row = 0; row < records.file.length; row++) if (is(row)) rows.push(row);
  return { is, rows };
}

/** Whether a number has such last digits. */
function endingWith(digits: string): (value: number) => boolean {
  const [size, last] = [10 ** digits.length, Number(digits)];
  return (value) => value % size === last;
}

/** Posts whose name fits the letters of a number: all of it between year and serial number, else up to its open end. */
function postsOf(records: Records, { year, post, canonical, serial }: NumberPart): Set<number> {
  const found = new Set<number>();
  const whole = records.words.find(canonical);
  if (whole >= 0) found.add(whole);
  if (year && serial) return found;
  for (const word of containing(records.words, post).keys()) {
    const name = records.words.get(word);
    if (serial ? name.endsWith(post) : name.startsWith(post)) found.add(word);
  }
  return found;
}

/** How well year and serial number of a row fit whose post does. */
function rankOfNumber(records: Records, row: number, { year, canonical, serial }: NumberPart): number {
  if (year && !endingWith(year)(records.year.data[row]!)) return Rank.none;
  if (!serial) return Rank.beginning;
  const its = String(records.serial.data[row]!);
  if (!its.startsWith(serial)) return Rank.none;
  if (records.words.get(records.post.data[row]!) !== canonical) return Rank.start;
  return its === serial ? Rank.whole : Rank.beginning;
}
