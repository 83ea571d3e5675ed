/** The best rows of a search. */
import { finder } from './finder';
import { newestFirst } from './order';
import type { Records } from './records';
import { Rank } from './vocabulary';

/** Where more than this part of the rows may fit, the newest are soon found by looking at one row after the other. */
const MANY = 1 / 32;

/** The best rows first, those of one rank by date; none for a query without a word. */
export function search(records: Records, query: string, limit: number): number[] {
  const sought = finder(records, query);
  const found: number[] = [];
  if (!sought) return found;
  const { data: file } = records.file;
  const { data: date } = records.date;
  for (let rank: number = Rank.whole; rank > Rank.none && found.length < limit; rank--) {
    const expected = sought.expected(rank);
    if (expected === 0) continue;
    if (expected > records.live * MANY) {
      const order = newestFirst(records);
      for (let at = 0; at < order.length && found.length < limit; at++) {
        const row = order[at]!;
        if (file[row]! >= 0 && sought.rank(row) === rank) found.push(row);
      }
    } else {
      const rows = new Set<number>();
      sought.each(rank, (row) => {
        if (file[row]! >= 0 && sought.rank(row) === rank) rows.add(row);
      });
      const sorted = [...rows].sort((a, b) => date[b]! - date[a]! || a - b);
      for (const row of sorted.slice(0, limit - found.length)) found.push(row);
    }
  }
  return found;
}
