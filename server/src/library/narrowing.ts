/** What a filter leaves of a list of cables. */
import { LEVELS } from '../model/classification';
import { type Finder, finder } from './finder';
import { NONE, type Records } from './records';
import { keep } from './rows';
import type { Filter } from './view';

/** The rows of a list that a filter leaves, in their order. */
export function narrow(records: Records, rows: Int32Array, filter: Filter): Int32Array {
  const { data: file } = records.file;
  return testsOf(records, filter).reduce(
    (left, test) => keep(records, left, test),
    keep(records, rows, (row) => file[row]! >= 0),
  );
}

type Test = (row: number) => boolean;

/** What a filter asks for, cheapest first. */
function testsOf(records: Records, { words = [], tags = [], posts, after, before, levels }: Filter): Test[] {
  const tests: Test[] = [];
  const { data: date } = records.date;
  if (after !== undefined) tests.push((row) => date[row]! >= after);
  if (before !== undefined) tests.push((row) => date[row]! < before && date[row]! !== NONE);
  if (levels) {
    const wanted = new Set(levels.map((level) => LEVELS.indexOf(level) + 1));
    tests.push((row) => wanted.has(records.marks.data[row]! & 7));
  }
  if (posts) {
    const flags = flagsOf(records, posts);
    tests.push((row) => flags[records.post.data[row]!] === 1);
  }
  for (const word of words) {
    const sought = finder(records, word);
    if (sought) tests.push(testOf(records, sought));
  }
  for (const tag of tags) {
    const flags = flagsOf(records, [tag]);
    tests.push((row) => hasTag(records, row, flags));
  }
  return tests;
}

/** Where more than this part of the rows may fit, each is looked at by itself. */
const MANY = 1 / 8;

function testOf(records: Records, { rank, expected, each }: Finder): Test {
  if (expected(1) > records.live * MANY) return (row) => rank(row) > 0;
  const fits = new Uint8Array(records.file.length);
  each(1, (row) => {
    if (fits[row] === 0 && rank(row) > 0) fits[row] = 1;
  });
  return (row) => fits[row] === 1;
}

/** By word: whether it is one of some names. */
export function flagsOf(records: Records, names: readonly string[]): Uint8Array {
  const flags = new Uint8Array(records.words.size);
  for (const name of names) {
    const word = records.words.find(name);
    if (word >= 0) flags[word] = 1;
  }
  return flags;
}

/** Whether one of the TAGS of a row is flagged. */
export function hasTag({ firstOccurrence, tags, word }: Records, row: number, flags: Uint8Array): boolean {
  const first = firstOccurrence.data[row]!;
  const end = first + tags.data[row]!;
  for (let at = first; at < end; at++) if (flags[word.data[at]!]) return true;
  return false;
}
