/** The groups that cables fall into. */
import { LEVELS } from '../model/classification';
import { pad } from '../model/dates';
import { monthOf } from './days';
import { flagsOf, hasTag } from './narrowing';
import { NONE, type Records } from './records';
import { asTheyLie, keep } from './rows';
import type { Grouping } from './view';

/** Groups of one kind by their numbers from 1; 0 is that of rows without one. */
interface Groups {
  /** More than the highest number. */
  readonly size: number;
  readonly name: (group: number) => string;
  /** 0 for a name that none has. */
  readonly named: (name: string) => number;
  /** The group of a row; null where a row may be in several. */
  readonly of: ((row: number) => number) | null;
}

const YEARS = 10_000;

function groups(records: Records, by: Grouping): Groups {
  const { data: year } = records.year;
  const { data: date } = records.date;
  const { data: post } = records.post;
  const { data: marks } = records.marks;
  const words = {
    size: records.words.size + 1,
    name: (group: number) => records.words.get(group - 1),
    named: (name: string) => records.words.find(name) + 1,
  };
  const below = (value: number, size: number): number => (value > 0 && value < size ? value : 0);
  switch (by) {
    case 'tag':
      return { ...words, of: null };
    case 'post':
      return { ...words, of: (row) => post[row]! + 1 };
    case 'level':
      return {
        size: LEVELS.length + 1,
        name: (group) => LEVELS[group - 1]!,
        named: (name) => (LEVELS as readonly string[]).indexOf(name) + 1,
        of: (row) => marks[row]! & 7,
      };
    case 'year':
      return {
        size: YEARS,
        name: String,
        named: (name) => (/^\d{1,4}$/.test(name) ? Number(name) : 0),
        of: (row) => below(year[row]!, YEARS),
      };
    case 'month':
      return {
        size: YEARS * 12,
        name: (group) => `${pad(Math.floor(group / 12), 4)}-${pad((group % 12) + 1)}`,
        named: (name) => (/^\d{4}-\d{2}$/.test(name) ? Number(name.slice(0, 4)) * 12 + Number(name.slice(5)) - 1 : 0),
        of: (row) => (date[row] === NONE ? 0 : below(monthOf(date[row]!), YEARS * 12)),
      };
  }
}

/** How many rows are in each group; a row is in each of its TAGS. */
export function count(records: Records, rows: Int32Array, by: Grouping): Map<string, number> {
  const { size, name, of } = groups(records, by);
  const sizes = new Int32Array(size);
  const lying = asTheyLie(records, rows);
  if (of) for (let at = 0; at < lying.length; at++) sizes[of(lying[at]!)]!++;
  else countTags(records, lying, sizes);
  const counts = new Map<string, number>();
  for (let group = 0; group < size; group++) if (sizes[group]) counts.set(group ? name(group) : '', sizes[group]!);
  return counts;
}

function countTags(records: Records, rows: Int32Array, sizes: Int32Array): void {
  const { data: word } = records.word;
  const { data: tags } = records.tags;
  const { data: firstOccurrence } = records.firstOccurrence;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const first = firstOccurrence[row]!;
    const end = first + tags[row]!;
    if (first === end) sizes[0]!++;
    for (let at = first; at < end; at++) sizes[word[at]! + 1]!++;
  }
}

/** The rows of one group. */
export function within(records: Records, rows: Int32Array, by: Grouping, key: string): Int32Array {
  const { named, of } = groups(records, by);
  const wanted = key === '' ? 0 : named(key);
  if (wanted === 0 && key !== '') return new Int32Array(0);
  if (of) return keep(records, rows, (row) => of(row) === wanted);
  if (wanted === 0) return keep(records, rows, (row) => records.tags.data[row] === 0);
  const flags = flagsOf(records, [key]);
  return keep(records, rows, (row) => hasTag(records, row, flags));
}
