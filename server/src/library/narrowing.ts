/** Lists of cables: what a filter leaves, and the groups that they fall into. */
import { LEVELS } from '../model/classification';
import { pad } from '../model/dates';
import { monthOf } from './days';
import { match } from './matching';
import { NONE, type Records } from './records';
import type { Filter, Grouping } from './view';

/** The rows of a list that a filter leaves, in their order. */
export function narrow(records: Records, rows: Int32Array, filter: Filter): Int32Array {
  const tests = testsOf(records, filter);
  return rows.filter((row) => records.file.data[row]! >= 0 && tests.every((test) => test(row)));
}

type Test = (row: number) => boolean;

/** What a filter asks for, cheapest first. */
function testsOf(records: Records, { words = [], tags, posts, after, before, levels }: Filter): Test[] {
  const tests: Test[] = [];
  const { data: date } = records.date;
  if (after !== undefined) tests.push((row) => date[row]! >= after);
  if (before !== undefined) tests.push((row) => date[row]! < before && date[row]! !== NONE);
  if (levels) {
    const wanted = new Set(levels.map((level) => LEVELS.indexOf(level) + 1));
    tests.push((row) => wanted.has(records.marks.data[row]! & 7));
  }
  if (posts) {
    const wanted = numbersOf(records, posts);
    tests.push((row) => wanted.has(records.post.data[row]!));
  }
  for (const word of words) {
    const matches = match(records, word);
    if (matches) tests.push((row) => matches.ranks[row]! > 0);
  }
  if (tags) {
    const wanted = numbersOf(records, tags);
    tests.push((row) => hasTag(records, row, wanted));
  }
  return tests;
}

const numbersOf = (records: Records, names: readonly string[]): Set<number> =>
  new Set(names.map((name) => records.words.find(name)).filter((word) => word >= 0));

function hasTag(records: Records, row: number, wanted: ReadonlySet<number>): boolean {
  const first = records.firstOccurrence.data[row]!;
  const end = first + records.tags.data[row]!;
  for (let at = first; at < end; at++) if (wanted.has(records.word.data[at]!)) return true;
  return false;
}

/** Numbers of the groups that a row is in, and their names. */
interface Groups {
  /** The one group of a row; null for groups of which a row may be in several. */
  readonly of: ((row: number) => number) | null;
  readonly name: (group: number) => string;
}

function groups(records: Records, by: Grouping): Groups {
  const { data: year } = records.year;
  const { data: date } = records.date;
  const { data: post } = records.post;
  const { data: marks } = records.marks;
  const nameOfWord = (word: number): string => (word < 0 ? '' : records.words.get(word));
  switch (by) {
    case 'post':
      return { of: (row) => post[row]!, name: nameOfWord };
    case 'tag':
      return { of: null, name: nameOfWord };
    case 'level':
      return { of: (row) => marks[row]! & 7, name: (level) => LEVELS[level - 1] ?? '' };
    case 'year':
      return { of: (row) => year[row]!, name: (group) => (group === NONE ? '' : String(group)) };
    case 'month':
      return {
        of: (row) => (date[row] === NONE ? NONE : monthOf(date[row]!)),
        name: (month) => (month === NONE ? '' : `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1)}`),
      };
  }
}

/** How many rows are in each group. A row is in each of its TAGS. */
export function count(records: Records, rows: Int32Array, by: Grouping): Map<string, number> {
  const { of, name } = groups(records, by);
  const counts = of ? countOnes(rows, of) : countTags(records, rows);
  return new Map(Array.from(counts, ([group, size]) => [name(group), size]));
}

function countOnes(rows: Int32Array, of: (row: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  let group = NONE;
  let size = 0;
  const close = (): unknown => size && counts.set(group, (counts.get(group) ?? 0) + size);
  // Rows come by date, so that many of one group follow each other.
  for (const row of rows) {
    const its = of(row);
    if (its !== group) {
      close();
      group = its;
      size = 0;
    }
    size++;
  }
  close();
  return counts;
}

function countTags(records: Records, rows: Int32Array): Map<number, number> {
  const sizes = new Int32Array(records.words.size);
  const { data: word } = records.word;
  let none = 0;
  for (const row of rows) {
    const first = records.firstOccurrence.data[row]!;
    const end = first + records.tags.data[row]!;
    if (first === end) none++;
    for (let at = first; at < end; at++) sizes[word[at]!]!++;
  }
  const counts = new Map<number, number>();
  for (let tag = 0; tag < sizes.length; tag++) if (sizes[tag]) counts.set(tag, sizes[tag]!);
  return none ? counts.set(-1, none) : counts;
}

/** The rows of one group. */
export function within(records: Records, rows: Int32Array, by: Grouping, key: string): Int32Array {
  const { of, name } = groups(records, by);
  if (!of) {
    const wanted = numbersOf(records, [key]);
    return rows.filter((row) => (key === '' ? records.tags.data[row] === 0 : hasTag(records, row, wanted)));
  }
  const named = new Map<number, boolean>();
  return rows.filter((row) => {
    const group = of(row);
    const known = named.get(group);
    if (known !== undefined) return known;
    const is = name(group) === key;
    named.set(group, is);
    return is;
  });
}
