/** The rows that have what is sought. */
import { dayOf, minutesOf } from './days';
import { type DatePart, type NumberPart, readings, type Sought } from './query';
import { NONE, type Records } from './records';
import { containing, Rank } from './vocabulary';

/** How well each row fits a query. */
export interface Matches {
  /** By row; 0: not at all. */
  readonly ranks: Uint8Array;
  /** The rows that fit, in no order. */
  readonly rows: readonly number[];
}

/** The rows that a query finds; null for a query without a word. */
export function match(records: Records, query: string): Matches | null {
  const ways = readings(query);
  if (ways.length === 0) return null;
  const { data: file } = records.file;
  const ranks = new Uint8Array(records.file.length);
  const rows: number[] = [];
  for (const way of ways) {
    const probes = way.map((sought) => probe(records, sought)).sort((a, b) => a.expected - b.expected);
    const visit = (row: number): void => {
      if (file[row]! < 0) return;
      let least: number = Rank.whole;
      // It fits as well as the word that fits it least.
      for (const { rank } of probes) {
        least = Math.min(least, rank(row));
        if (least <= ranks[row]!) return;
      }
      if (ranks[row] === 0) rows.push(row);
      ranks[row] = least;
    };
    const [rarest] = probes;
    if (rarest!.expected < records.live / 2) rarest!.each(visit);
    // The lists of words that are nearly everywhere lead to a row again and again.
    else for (let row = 0; row < records.file.length; row++) visit(row);
  }
  return { ranks, rows };
}

/** One word that is sought, in this library. */
interface Probe {
  /** In about how many rows it is, at most. */
  readonly expected: number;
  /** How well a row fits. */
  readonly rank: (row: number) => number;
  /** Calls `visit` for every row that may fit, for some more than once. */
  readonly each: (visit: (row: number) => void) => void;
}

function probe(records: Records, { text, number, date, year }: Sought): Probe {
  const words = text ? containing(records.words, text) : new Map<number, number>();
  const rankOfWord = new Uint8Array(records.words.size);
  for (const [word, rank] of words) rankOfWord[word] = rank;
  const posts = number ? postsOf(records, number) : new Set<number>();
  const listed = [...words.keys(), ...posts];
  const isDated = date || year ? dateTest(records, date, year) : null;
  const occurrences = listed.reduce((sum, word) => sum + records.occurrences.data[word]!, 0);
  const { data: word } = records.word;
  const { data: firstOccurrence } = records.firstOccurrence;
  return {
    expected: occurrences + (isDated ? records.live / 4 : 0),
    rank: (row) => {
      let best: number = number && posts.has(records.post.data[row]!) ? rankOfNumber(records, row, number) : Rank.none;
      if (best < Rank.word && isDated?.(row)) best = Rank.word;
      if (best < Rank.word && words.size) {
        const end = records.occurrencesEnd(row);
        for (let at = firstOccurrence[row]!; at < end; at++) best = Math.max(best, rankOfWord[word[at]!]!);
      }
      return best;
    },
    each: (visit) => {
      const { data: next } = records.nextOfWord;
      const { data: row } = records.rowOfWord;
      for (const word of listed)
        for (let at = records.occurrenceOf.data[word]!; at >= 0; at = next[at]!) visit(row[at]!);
      if (isDated) for (let row = 0; row < records.file.length; row++) if (isDated(row)) visit(row);
    },
  };
}

/** Whether a row is of a date, or of a year with such last digits. */
function dateTest(records: Records, date: DatePart | null, digits: string): (row: number) => boolean {
  const { data: years } = records.year;
  const { data: dates } = records.date;
  if (!date) return (row) => years[row]! !== NONE && endsWith(years[row]!, digits);
  const { year, month, day } = date;
  if (year !== null) {
    const from = minutesOf(year, month ?? 1, day ?? 1);
    const to = day ? from + 1440 : month ? minutesOf(year, month + 1) : minutesOf(year + 1);
    return (row) => dates[row]! >= from && dates[row]! < to;
  }
  return (row) => {
    if (dates[row] === NONE) return false;
    const its = dayOf(dates[row]!);
    return its.month === month && (day === null || its.day === day);
  };
}

const endsWith = (value: number, digits: string): boolean => value % 10 ** digits.length === Number(digits);

/** The posts whose name fits the letters of a number: as a whole between year and serial number, else at the open end in part. */
function postsOf(records: Records, { year, post, canonical, serial }: NumberPart): Set<number> {
  const found = new Set<number>();
  if (!year || !serial)
    for (const word of containing(records.words, post).keys()) {
      const name = records.words.get(word);
      if (serial ? name.endsWith(post) : name.startsWith(post)) found.add(word);
    }
  const whole = records.words.find(canonical);
  if (whole >= 0) found.add(whole);
  return found;
}

/** How well a row whose post fits has the year and the serial number. */
function rankOfNumber(records: Records, row: number, { year, canonical, serial }: NumberPart): number {
  if (year && !endsWith(records.year.data[row]!, year)) return Rank.none;
  if (!serial) return Rank.beginning;
  const its = String(records.serial.data[row]!);
  if (!its.startsWith(serial)) return Rank.none;
  const whole = records.words.get(records.post.data[row]!) === canonical;
  return !whole ? Rank.part : its === serial ? Rank.whole : Rank.beginning;
}
