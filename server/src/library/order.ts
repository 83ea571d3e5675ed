/** Rows by date, newest first, kept as rows are added, and the best of a search. */
import type { Matches } from './matching';
import type { Records } from './records';
import { Rank } from './vocabulary';

/** So many rows are sorted at once: a few milliseconds. */
export const UNSORTED = 8192;

/**
 * All rows by date, dead ones among them until they are met. The rows of one date stand as they were added; those without one, whose number
 * is the least, come last.
 */
export function newestFirst(records: Records): Int32Array {
  const { order } = records;
  const { data: date } = records.date;
  const { data: file } = records.file;
  const added: number[] = [];
  for (let row = records.ordered; row < records.file.length; row++) if (file[row]! >= 0) added.push(row);
  records.ordered = records.file.length;
  if (added.length > 0) {
    added.sort((a, b) => date[b]! - date[a]! || a - b);
    const rows = new Int32Array(order.length + added.length);
    let count = 0;
    let next = 0;
    for (let at = 0; at < order.length; at++) {
      const row = order.data[at]!;
      if (file[row]! < 0) continue;
      while (next < added.length && date[added[next]!]! > date[row]!) rows[count++] = added[next++]!;
      rows[count++] = row;
    }
    while (next < added.length) rows[count++] = added[next++]!;
    order.data = rows;
    order.length = count;
  }
  return order.data.subarray(0, order.length);
}

/** So few are sorted by themselves; of more, the order of all is quicker. */
const FEW = 1000;

/** The best rows of a search, those of one rank by date. */
export function best(records: Records, { ranks, rows }: Matches, limit: number): number[] {
  const { data: date } = records.date;
  const found: number[] = [];
  for (let rank: number = Rank.whole; rank > Rank.none && found.length < limit; rank--) {
    const equal = rows.filter((row) => ranks[row] === rank);
    if (equal.length <= FEW) equal.sort((a, b) => date[b]! - date[a]! || a - b);
    const inOrder = equal.length <= FEW ? equal : newestFirst(records);
    for (let at = 0; at < inOrder.length && found.length < limit; at++)
      if (ranks[inOrder[at]!] === rank) found.push(inOrder[at]!);
  }
  return found;
}
