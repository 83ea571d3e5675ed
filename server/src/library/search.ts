/** The best rows of a search. */
import { finder } from './finder';
import { newestFirst } from './order';
import type { Records } from './records';
import { Rank } from './vocabulary';

/** Where more than this part of the rows may fit, the newest are soon found by looking at one row after the other. */
const MANY = 1 / 32;
/** So many of the newest are looked at. */
const FIRST = 16_384;

/** The best rows first, those of one rank by date; none for a query without a word. */
export function search(records: Records, query: string, limit: number): number[] {
  const sought = finder(records, query);
  const found: number[] = [];
  if (!sought) return found;
  // A row is met once for each rank that is looked for, and how it fits is worked out once.
  const known = new Uint8Array(records.file.length);
  const rankOf = (row: number): number => {
    if (known[row] === 0) known[row] = sought.rank(row) + 1;
    return known[row]! - 1;
  };
  const { data: file } = records.file;
  const { data: date } = records.date;
  for (let rank: number = Rank.whole; rank > Rank.none && found.length < limit; rank--) {
    const expected = sought.expected(rank);
    if (expected === 0) continue;
    const before = found.length;
    if (expected > records.live * MANY) {
      const order = newestFirst(records);
      for (let at = 0; at < order.length && at < FIRST && found.length < limit; at++) {
        const row = order[at]!;
        if (file[row]! >= 0 && rankOf(row) === rank) found.push(row);
      }
      if (found.length === limit || order.length <= FIRST) continue;
      // The newest have too few of them.
      found.length = before;
    }
    const rows = new Set<number>();
    sought.each(rank, (row) => {
      if (file[row]! >= 0 && rankOf(row) === rank) rows.add(row);
    });
    const sorted = [...rows].sort((a, b) => date[b]! - date[a]! || a - b);
    for (const row of sorted.slice(0, limit - found.length)) found.push(row);
  }
  return found;
}
